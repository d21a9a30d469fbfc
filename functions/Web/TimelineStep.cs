namespace Initiatiefloket.Web;

/// <summary>One step of a <see cref="Timeline"/>.</summary>
/// <param name="Title">What happens in this step, in the resident's words.</param>
/// <param name="State">Whether it is done, happening now, or still to come.</param>
/// <param name="Date">When it was done, or by when it will be.</param>
/// <param name="Text">A sentence more, when that helps.</param>
public sealed record TimelineStep(string Title, StepState State, DateOnly? Date = null, string? Text = null);

public enum StepState
{
    Done,
    Current,
    Next,
}
