namespace Initiatiefloket.Documents;

/// <summary>What came of attaching a file.</summary>
public abstract record DocumentAdded
{
    private DocumentAdded()
    {
    }

    /// <summary>It is attached. While the virus scanner cannot be reached, it is <see cref="DocumentState.Held"/>.</summary>
    public sealed record Taken(Document Document) : DocumentAdded;

    /// <summary>It is not attached; nothing was kept.</summary>
    /// <param name="FileName">The file's name, cleaned for display.</param>
    /// <param name="Problem">Why.</param>
    /// <param name="Message">What to do, in the visitor's language.</param>
    public sealed record Refused(string FileName, DocumentProblem Problem, string Message) : DocumentAdded;
}
