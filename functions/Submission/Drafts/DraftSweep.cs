using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>Looks after forms that were left.</summary>
public sealed class DraftSweep(DraftDesk drafts)
{
    [Function(nameof(SweepDrafts))]
    public Task SweepDrafts([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        drafts.SweepAsync(cancellation);
}
