namespace Initiatiefloket.Submission.Drafts;

/// <summary>How saving a page of the form went.</summary>
public abstract record StepSaved
{
    private StepSaved()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Stored(ApplicationDraft Draft) : StepSaved;

    /// <summary>This page was saved in another tab or on another device after it was opened here; nothing is stored.</summary>
    /// <param name="Theirs">The draft as it is stored.</param>
    /// <param name="Mine">The form with what was typed here.</param>
    public sealed record ChangedElsewhere(ApplicationDraft Theirs, ApplicationForm Mine) : StepSaved;

    /// <summary>There is no form to save in any more.</summary>
    public sealed record NotOpen(DraftFound Found) : StepSaved;
}
