namespace Initiatiefloket.Terms;

/// <summary>A day on which the law does not let a term end, with its Dutch name.</summary>
public sealed record Holiday(DateOnly Day, string Name);
