namespace Initiatiefloket.Demo;

/// <summary>Townspeople of the policy that the app ships with: its professionals, its coordinator and two members of the council.</summary>
internal static class Townspeople
{
    public const string Welfare = "e.kamphuis@oldenzaal.example";

    /// <summary>In band "regie" also decides beside <see cref="Welfare"/>.</summary>
    public const string Youth = "y.amrani@oldenzaal.example";
    public const string Care = "g.nijhuis@oldenzaal.example";
    public const string Work = "b.oudeluttikhuis@oldenzaal.example";
    public const string Health = "s.velthuis@oldenzaal.example";
    public const string Coordinator = "coordinator@oldenzaal.example";
    public const string Henk = "h.wiggers@raad.oldenzaal.example";
    public const string Fatma = "f.yildiz@raad.oldenzaal.example";
}
