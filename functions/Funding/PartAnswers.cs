using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Funding;

/// <summary>What the applicant answers to the offer of a part.</summary>
public sealed class PartAnswers(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>
    /// Stores the answer and wakes whoever has money because of it. May be repeated. The money moves first: what a crash leaves undone after it, the round of the
    /// waiting list does the next morning. An answer that comes too late changes nothing.
    /// </summary>
    public async Task AnswerAsync(DurableTaskClient client, Initiative initiative, Actor by, bool accepts, CancellationToken cancellation)
    {
        var (id, year) = (initiative.Id, initiative.PotYear);
        switch (await pot.AnswerPartAsync(year, id, $"{id}:part-answer", accepts, cancellation))
        {
            case PartOutcome.Accepted:
                await NoteAsync(id, InitiativeEventKind.PartAccepted, by, cancellation);
                break;
            case PartOutcome.Declined:
                await NoteAsync(id, InitiativeEventKind.PartDeclined, by, cancellation);
                break;
            case PartOutcome.NotOffered:
                return;
            default:
                throw new UnreachableException();
        }

        foreach (var served in await waitingList.ServeAsync(year, cancellation))
        {
            await signals.SendAsync(client, new Signal(served, WorkflowEvents.BudgetOffered, by), cancellation);
            await pot.ConfirmOfferedAsync(year, served, cancellation);
        }
    }

    private Task<Saved> NoteAsync(string initiativeId, InitiativeEventKind kind, Actor by, CancellationToken cancellation) => initiatives.ChangeAsync(
        initiativeId, new InitiativeEvent("part-answered", kind, clock.GetUtcNow(), by), current => current, cancellation);
}
