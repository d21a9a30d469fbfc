using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Signals;
using Initiatiefloket.Workflow;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Takes votes.</summary>
public sealed class VerdictDesk(InitiativeTable initiatives, ReviewDraftTable drafts, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>
    /// Gives somebody's vote and wakes the round. A vote that is not awaited, or was given before, changes nothing. What was kept to go on with
    /// later is forgotten afterwards: the vote holds it.
    /// </summary>
    public async Task VoteAsync(DurableTaskClient client, Link link, VerdictInput decision, CancellationToken cancellation)
    {
        var verdict = decision.By(link.Person, link.Round, clock.GetUtcNow());
        var signal = new Signal(
            ReviewRound.InstanceIdOf(link.InitiativeId, link.Round), WorkflowEvents.ReviewChanged(link.Round), link.Person);
        var saved = await signals.SaveAndSignalAsync(
            client,
            signal,
            () => initiatives.ChangeAsync(
                link.InitiativeId, $"vote-{link.Round}-{link.Person}", current => VoteIn(current, verdict), cancellation),
            cancellation);
        if (saved is not Saved.TooLate)
        {
            await drafts.RemoveAsync(link, cancellation);
        }
    }

    private static Change? VoteIn(Initiative current, Verdict vote)
    {
        if (current.Vote(vote) is not { } voted)
        {
            return null;
        }

        var kind = voted.VerdictOf(vote.Round) is null ? InitiativeEventKind.Voted : EventOf(vote.Kind);
        return new Change(voted, new InitiativeEvent($"vote-{vote.Round}-{vote.By}", kind, vote.At, vote.By, vote.Words));
    }

    private static InitiativeEventKind EventOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => InitiativeEventKind.Approved,
        VerdictKind.Ask => InitiativeEventKind.QuestionPut,
        _ => InitiativeEventKind.Declined,
    };
}
