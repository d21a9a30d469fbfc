namespace Initiatiefloket.Tests.Road;

/// <summary>People of the policy that the app ships with.</summary>
internal static class People
{
    public const string Reviewer = "e.kamphuis@oldenzaal.example";
    public const string Coordinator = "coordinator@oldenzaal.example";
    public const string Henk = "h.wiggers@raad.oldenzaal.example";
    public const string Fatma = "f.yildiz@raad.oldenzaal.example";
}
