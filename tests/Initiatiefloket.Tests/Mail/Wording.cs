namespace Initiatiefloket.Tests.Mail;

/// <summary>What must not happen to any text that people read.</summary>
internal static class Wording
{
    private static readonly string[] Leftovers = ["{", "}", "null", "System.", "Initiatiefloket.", "  ", "0001", "()", "\"\"", " .", " ,"];

    /// <summary>Nothing was left to fill in, and nothing was filled in by the name of a type.</summary>
    public static void AssertComplete(string text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.All(Leftovers, leftover => Assert.DoesNotContain(leftover, text, StringComparison.Ordinal));
    }
}
