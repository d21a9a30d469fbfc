namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>A public or protected member.</summary>
/// <param name="Signature">Access, static or not, types and names; without defaults and accessors.</param>
/// <param name="IsOverridable">Whether it is virtual or abstract.</param>
/// <param name="Accessors">A property's <c>get</c>, <c>set</c>, <c>init</c>.</param>
/// <param name="Optional">How many parameters have a default.</param>
internal sealed record ApiMember(string Signature, bool IsOverridable, IReadOnlyList<string> Accessors, int Optional)
{
    /// <summary>What this member allows that <paramref name="real"/> does not, null when nothing.</summary>
    internal string? Surplus(ApiMember real)
    {
        if (IsOverridable && !real.IsOverridable)
        {
            return "is not virtual";
        }

        return Optional > real.Optional
            ? "has fewer optional parameters"
            : Accessors.Where(accessor => !Allows(real.Accessors, accessor)).Select(accessor => $"has no {accessor}").FirstOrDefault();
    }

    private static bool Allows(IReadOnlyList<string> real, string accessor) => real.Contains(accessor) || (accessor == "init" && real.Contains("set"));
}
