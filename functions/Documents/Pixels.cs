namespace Initiatiefloket.Documents;

/// <summary>How large an image may be when it is shown: a few bytes can promise more than any browser has memory for.</summary>
internal static class Pixels
{
    // The largest phone cameras make 200 million.
    private const long Most = 250_000_000;

    /// <summary>What is wrong with these measures, if anything.</summary>
    public static DocumentProblem? Check(long width, long height) =>
        width <= 0 || height <= 0 ? DocumentProblem.Damaged
        : width > Most / height ? DocumentProblem.TooManyPixels
        : null;
}
