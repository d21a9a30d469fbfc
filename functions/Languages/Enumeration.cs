namespace Initiatiefloket.Languages;

/// <summary>Names in a Dutch sentence.</summary>
public static class Enumeration
{
    /// <summary>"Ellen", "Ellen en Sanne", "Ellen, Sanne en Youssef".</summary>
    public static string JoinedWithAnd(this IReadOnlyList<string> names) =>
        names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}" : string.Concat(names);
}
