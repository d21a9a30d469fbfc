using System.Diagnostics;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Takes votes.</summary>
public sealed class VerdictDesk(InitiativeTable initiatives, ReviewDraftTable drafts, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>
    /// Gives somebody's vote and wakes the round. A vote that is not awaited, or was given before, changes nothing. The form is kept until the case is
    /// decided: a question, also one that a colleague put in the same instant, or a disagreement lets everybody decide anew.
    /// </summary>
    public async Task VoteAsync(DurableTaskClient client, Link link, VerdictForm form, VerdictInput decision, CancellationToken cancellation)
    {
        await drafts.ReplaceAsync(link, decision.Kind == VerdictKind.Ask ? form.WithoutQuestions() : form, cancellation);
        var verdict = decision.By(link.Person, link.Round, clock.GetUtcNow());
        var signal = new Signal(link.InitiativeId, WorkflowEvents.ReviewChanged(link.Round), link.Person);
        var saved = await signals.SaveAndSignalAsync(
            client,
            signal,
            () => initiatives.ChangeAsync(
                link.InitiativeId, $"vote-{link.Round}-{link.Person}", current => VoteIn(current, verdict), cancellation),
            cancellation);
        if (saved.Initiative.IsReviewed)
        {
            await drafts.RemoveAllAsync(link.InitiativeId, cancellation);
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
        VerdictKind.Decline => InitiativeEventKind.Declined,
        _ => throw new UnreachableException(),
    };
}
