namespace Initiatiefloket.Review;

/// <summary>What came of keeping answers.</summary>
public abstract record AnswersKept
{
    private AnswersKept()
    {
    }

    /// <summary>They are kept.</summary>
    /// <param name="View">What the page shows when it is shown again.</param>
    public sealed record Now(AnswerView View) : AnswersKept;

    /// <summary>A text is too long, or a document is not taken; texts that are right were kept.</summary>
    /// <param name="View">What the page shows.</param>
    public sealed record Refused(AnswerView View) : AnswersKept;

    /// <summary>Others were kept since the page was opened, on another device or in another tab; nothing changed.</summary>
    /// <param name="View">The page with both texts; what is kept next replaces them.</param>
    public sealed record ChangedElsewhere(AnswerView View) : AnswersKept;

    /// <summary>The page is about questions of an earlier round, or of one that was answered or ended in the meantime; nothing changed.</summary>
    public sealed record NotAwaited : AnswersKept;
}
