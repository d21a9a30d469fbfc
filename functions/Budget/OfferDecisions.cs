using System.Diagnostics;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>Decides who gets money that came free, and what an answer to the offer of a part does.</summary>
internal sealed class OfferDecisions(PotSteps steps, LineDecisions line)
{
    /// <summary>
    /// One step: takes back a part whose time to answer is over, or sets money apart for the next in the line; false when there is nothing to do.
    /// </summary>
    /// <param name="before">The pot.</param>
    /// <param name="answerPartsBy">Until when a part that is offered now can be answered; null to offer none.</param>
    public async Task<PotDecision<bool>> OfferAsync(PotSnapshot before, DateTimeOffset? answerPartsBy, CancellationToken cancellation)
    {
        if (before.Waiting == 0 && before.Line is null or { PartsOffered: 0 })
        {
            return new(false);
        }

        var year = before.Balance.Year;
        var draft = line.Begin(before);
        var now = await line.ReadAsync(before, answerPartsBy is null ? draft.Head with { AtLeast = null } : draft.Head, cancellation);
        if (now.Ranked.FirstOrDefault(place => place.State == PlaceState.Offered && place.AnswerBy <= steps.Now) is { } silent
            && await steps.Rows.FindClaimAsync(year, silent.InitiativeId, cancellation) is { State: ClaimState.Offered } unanswered)
        {
            return new(true, Decline(before, unanswered, silent, $"{unanswered.Asked.Key}|part-silent", draft));
        }

        if (now.Next() is not { } next)
        {
            return new(false);
        }

        var asked = await AskedAsync(year, next.Place, cancellation);
        var reserved = before.Balance.Reserve(next.Amount) as Reservation.Reserved
            ?? throw new InvalidOperationException($"The pot of {year} does not have the {next.Amount} that the line gives to {asked.InitiativeId}.");
        return new(true, next.IsPart
            ? OfferPart(before, asked, next, reserved, answerPartsBy!.Value, draft)
            : Offer(before, asked, next.Place, reserved, draft));
    }

    /// <summary>The applicant says yes or no to a part.</summary>
    public async Task<PotDecision<PartOutcome>> AnswerPartAsync(
        PotSnapshot before, string initiativeId, string key, bool accepts, CancellationToken cancellation)
    {
        var year = before.Balance.Year;
        if (await steps.FindDoneAsync(year, initiativeId, key, cancellation) is { } done)
        {
            return new(await AnsweredBeforeAsync(year, done, cancellation));
        }

        var claim = await steps.Rows.FindClaimAsync(year, initiativeId, cancellation);
        var place = await line.FindAsync(year, initiativeId, cancellation);
        if (claim is not { State: ClaimState.Offered, Allocation: { } part } || place is null || place.AnswerBy <= steps.Now)
        {
            return new(new PartOutcome.NotOffered(claim?.State));
        }

        var draft = line.Begin(before);
        return accepts
            ? new(new PartOutcome.Accepted(part), Accept(before, claim, place, key, draft))
            : new(new PartOutcome.Declined(), Decline(before, claim, place, key, draft));
    }

    private async Task<PartOutcome> AnsweredBeforeAsync(int year, LedgerEntry done, CancellationToken cancellation) => done.Kind switch
    {
        LedgerEntryKind.AcceptPart when await steps.Rows.FindClaimAsync(year, done.InitiativeId!, cancellation) is { Allocation: { } part } => new PartOutcome.Accepted(part),
        LedgerEntryKind.AcceptPart => new PartOutcome.NotOffered(ClaimState.Released),
        LedgerEntryKind.DeclinePart => new PartOutcome.Declined(),
        LedgerEntryKind.Fund or LedgerEntryKind.Reserve or LedgerEntryKind.Wait or LedgerEntryKind.Offer or LedgerEntryKind.Grant or LedgerEntryKind.Release
            or LedgerEntryKind.Leave or LedgerEntryKind.Settle or LedgerEntryKind.OfferPart => throw PotSteps.KeyOfAnotherStep(done),
        _ => throw new UnreachableException(),
    };

    private async Task<MoneyAsked> AskedAsync(int year, LinePlace place, CancellationToken cancellation) =>
        (await steps.Rows.FindClaimAsync(year, place.InitiativeId, cancellation))?.Asked
        ?? throw new InvalidOperationException($"{place.InitiativeId} waits for money of {year} without a claim.");

    private PotChange Offer(PotSnapshot before, MoneyAsked asked, LinePlace place, Reservation.Reserved reserved, LineDraft draft)
    {
        draft.Put(place with { State = PlaceState.Served }, LineEventKind.Reserved, asked.Amount);
        return steps.SetApart(before, asked, reserved, $"{asked.Key}|offer", LedgerEntryKind.Offer) with
        {
            Leaves = asked,
            Offered = asked.InitiativeId,
            Line = draft,
        };
    }

    private PotChange OfferPart(
        PotSnapshot before, MoneyAsked asked, LineOffer offer, Reservation.Reserved reserved, DateTimeOffset answerBy, LineDraft draft)
    {
        draft.CountPart(1);
        draft.Put(offer.Place with { State = PlaceState.Offered, Offered = offer.Amount, AnswerBy = answerBy }, LineEventKind.PartOffered, offer.Amount);
        var claim = new PotClaim(asked, ClaimState.Offered, reserved.Allocation);
        return steps.Change(before, reserved.After, $"{asked.Key}|part", LedgerEntryKind.OfferPart, claim) with { Leaves = asked, Line = draft };
    }

    private PotChange Accept(PotSnapshot before, PotClaim claim, LinePlace place, string key, LineDraft draft)
    {
        var part = claim.Allocation!.Total;
        draft.CountPart(-1);
        draft.Put(place with { State = PlaceState.Served, Amount = part, Offered = Euro.Zero, AnswerBy = null }, LineEventKind.PartAccepted, part);
        return steps.Change(before, before.Balance, key, LedgerEntryKind.AcceptPart, claim with { State = ClaimState.Reserved }) with
        {
            Offered = claim.Asked.InitiativeId,
            Line = draft,
        };
    }

    private PotChange Decline(PotSnapshot before, PotClaim claim, LinePlace place, string key, LineDraft draft)
    {
        var after = before.Balance.Release(claim.Allocation!);
        draft.CountPart(-1);
        var waiting = place with { State = PlaceState.Waiting, Offered = Euro.Zero, AnswerBy = null, WantsAllOrNothing = true };
        draft.Put(waiting, LineEventKind.PartDeclined, claim.Allocation!.Total);
        return steps.Change(before, after, key, LedgerEntryKind.DeclinePart, claim with { State = ClaimState.Waiting, Allocation = null }) with
        {
            Joins = claim.Asked,
            Line = draft,
        };
    }
}
