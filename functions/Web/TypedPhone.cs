namespace Initiatiefloket.Web;

/// <summary>Telephone numbers as people type them.</summary>
public static class TypedPhone
{
    private const int Longest = 20;
    private const int FewestDigits = 8;

    /// <summary>Whether it can be a number: digits, with what people put between them.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Longest
        && text.Count(char.IsAsciiDigit) >= FewestDigits
        && text.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '-' or '+' or '(' or ')');
}
