using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>Those who were approved and wait for money from a pot, by their rank in the line (Awb 4:26).</summary>
public sealed class WaitingList(InitiativeTable initiatives, PotLedger pot, PartMails parts, Policy policy, TimeProvider clock)
{
    /// <summary>Reserves what is free for whoever is next in the line, as long as it fits, and offers parts where the policy has those. May be repeated.</summary>
    /// <returns>References of the initiatives that now have money and were not yet woken for it.</returns>
    public async Task<string[]> ServeAsync(int potYear, CancellationToken cancellation)
    {
        var partial = policy.PotFor(potYear)?.Division.Partial;
        var answerBy = partial?.AnswerWithin.EndsAt(clock.GetUtcNow(), policy.WorkingDays);
        var served = await pot.OfferToWaitingAsync(potYear, answerBy, cancellation);
        foreach (var waiting in served)
        {
            await NoteReservedAsync(potYear, waiting, cancellation);
        }

        foreach (var place in partial is null ? [] : await pot.GetPartsOfferedAsync(potYear, cancellation))
        {
            await OfferPartAsync(place, cancellation);
        }

        return [.. served];
    }

    // Who took a part is granted that part: the row says so before anybody wakes the workflow.
    private async Task NoteReservedAsync(int potYear, string initiativeId, CancellationToken cancellation)
    {
        var claim = await pot.FindClaimAsync(potYear, initiativeId, cancellation);
        var reserved = new InitiativeEvent("reserved", InitiativeEventKind.Reserved, clock.GetUtcNow(), Actor.Workflow);
        await initiatives.ChangeAsync(
            initiativeId, reserved, current => claim?.Allocation is { } set ? current.ApproveAtMost(set.Total) : current, cancellation);
    }

    private async Task OfferPartAsync(LinePlace place, CancellationToken cancellation)
    {
        var offered = new InitiativeEvent("part-offered", InitiativeEventKind.PartOffered, clock.GetUtcNow(), Actor.Workflow, place.Offered.ToString());
        var saved = await initiatives.ChangeAsync(place.InitiativeId, offered, current => current.IsClosed ? null : current, cancellation);
        if (saved is not Saved.TooLate)
        {
            await parts.OfferAsync(saved.Initiative, place, cancellation);
        }
    }
}

/// <summary>The steps that offer money to whoever waits for it.</summary>
public sealed class OfferActivities(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, Policy policy)
{
    /// <summary>The years that have a pot.</summary>
    [Function(nameof(FindPots))]
    public int[] FindPots([ActivityTrigger] string? unused) => [.. policy.Pots.Select(pot => pot.Year)];

    /// <summary><see cref="WaitingList.ServeAsync"/></summary>
    [Function(nameof(OfferMoney))]
    public Task<string[]> OfferMoney([ActivityTrigger] int potYear, CancellationToken cancellation) => waitingList.ServeAsync(potYear, cancellation);

    /// <summary>Notes that the workflow of an initiative was woken for its money.</summary>
    [Function(nameof(ConfirmOffer))]
    public async Task ConfirmOffer([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await pot.ConfirmOfferedAsync(initiative.PotYear, initiativeId, cancellation);
    }
}
