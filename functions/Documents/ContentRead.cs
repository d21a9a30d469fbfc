namespace Initiatiefloket.Documents;

/// <summary>What a file turned out to be.</summary>
internal abstract record ContentRead
{
    private ContentRead()
    {
    }

    /// <summary>A file that we take.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Bytes">What to keep of it.</param>
    public sealed record Accepted(DocumentKind Kind, ReadOnlyMemory<byte> Bytes) : ContentRead;

    /// <summary>A file that we do not take.</summary>
    public sealed record Refused(DocumentProblem Problem) : ContentRead;

    public static implicit operator ContentRead(DocumentProblem problem) => new Refused(problem);
}
