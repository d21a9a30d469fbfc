namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>A public type.</summary>
/// <param name="Kind"><c>class</c>, <c>static class</c>, <c>record</c>, <c>struct</c>, <c>interface</c>, <c>enum</c> or <c>delegate</c>.</param>
/// <param name="Name">Full name; a delegate's with its signature.</param>
/// <param name="Bases">Base class and interfaces.</param>
/// <param name="IsSealed">Whether nobody can derive from it.</param>
internal sealed record ApiType(string Kind, string Name, IReadOnlyList<string> Bases, bool IsSealed)
{
    /// <summary>What this type allows that <paramref name="real"/> does not.</summary>
    internal IEnumerable<string> Surplus(ApiType real)
    {
        // Whoever can use a class can use a record.
        if (Kind != real.Kind && (Kind, real.Kind) is not ("class", "record"))
        {
            yield return $"is a {real.Kind}";
        }

        if (real.IsSealed && !IsSealed)
        {
            yield return "is sealed";
        }

        foreach (var surplus in Bases.Except(real.Bases))
        {
            yield return $"is no {surplus}";
        }
    }
}
