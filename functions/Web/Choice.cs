namespace Initiatiefloket.Web;

/// <summary>One answer to choose in a <see cref="RadioGroup"/> or <see cref="SelectField"/>.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
