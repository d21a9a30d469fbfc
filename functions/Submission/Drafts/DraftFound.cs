namespace Initiatiefloket.Submission.Drafts;

/// <summary>What is behind the address of a form.</summary>
public abstract record DraftFound
{
    private DraftFound()
    {
    }

    /// <summary>A form to fill in; a new one when nothing was saved yet.</summary>
    /// <param name="Draft">The draft.</param>
    /// <param name="Version">ETag of its row; null when there is none yet.</param>
    public sealed record Open(ApplicationDraft Draft, string? Version) : DraftFound;

    /// <summary>It became an application.</summary>
    public sealed record Sent : DraftFound;

    /// <summary>It was not saved for so long that it was removed.</summary>
    public sealed record Removed : DraftFound;

    /// <summary>The link is older than the last one that was mailed.</summary>
    public sealed record Replaced : DraftFound;
}
