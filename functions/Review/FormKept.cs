namespace Initiatiefloket.Review;

/// <summary>What came of keeping the review form.</summary>
public abstract record FormKept
{
    private FormKept()
    {
    }

    /// <summary>It is kept.</summary>
    public sealed record Now : FormKept;

    /// <summary>A text is too long; nothing was kept.</summary>
    /// <param name="Shown">What the page shows.</param>
    public sealed record Refused(DecisionView Shown) : FormKept;

    /// <summary>Another one was kept since the page was opened; nothing changed, and what is kept next replaces it.</summary>
    /// <param name="Shown">What the page shows.</param>
    public sealed record ChangedElsewhere(DecisionView Shown) : FormKept;
}
