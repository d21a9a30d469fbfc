using Initiatiefloket.Assignment;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The steps that begin a review round. Each may run twice: events and mails have keys with the round in them.</summary>
public sealed class ReviewActivities(
    InitiativeTable initiatives, Assigner assigner, Involvement involvement, LinePlaces places, ReviewPost post, People people, Policy policy, TimeProvider clock)
{
    /// <summary>Gives the places of a round and invites who has one.</summary>
    [Function(nameof(OpenReviewRound))]
    public async Task<ReviewersInvited> OpenReviewRound([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var initiative = await involvement.NoteApplicantAsync(review.InitiativeId, cancellation);
        var rules = Band.For(review.Bands, initiative.Asked).Review;
        var appointment = review.Kind == RoundKind.Arbitration
            ? await assigner.SeatArbiterAsync(initiative, review.Round, cancellation)
            : await assigner.SeatAsync(initiative, review.Round, rules.Reviewers, cancellation);
        var opened = new InitiativeEvent(
            KeyOf(review), InitiativeEventKind.ReviewOpened, clock.GetUtcNow(), Actor.Workflow, appointment.Note);
        await initiatives.ChangeAsync(
            review.InitiativeId,
            opened,
            current => current.IsClosed ? null : current.MoveTo(InitiativeState.InReview) with
            {
                Round = review.Round,
                Panel = current.Panel.Open(review.Round, review.Kind, rules.IsSealed, appointment),
                Bands = review.Bands,
            },
            cancellation);
        if (review.Round > 1)
        {
            // Who did not answer a request to complete, and is decided on all the same, missed nothing: the place of before comes back.
            await places.FollowAsync(review.InitiativeId, cancellation);
        }

        return await InviteReviewers(review, cancellation);
    }

    /// <summary>Invites the members of the panel who still have to vote and were not invited yet.</summary>
    [Function(nameof(InviteReviewers))]
    public async Task<ReviewersInvited> InviteReviewers([ActivityTrigger] ReviewRoundCase review, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(review.InitiativeId, cancellation);
        if (initiative.IsClosed)
        {
            return new ReviewersInvited(0, []);
        }

        await assigner.ListAsync(initiative, cancellation);
        var handOvers = initiative.Panel.HandOversIn(review.Round);
        var since = handOvers == 0
            ? (await initiatives.FindEventAsync(review.InitiativeId, KeyOf(review), cancellation))!.At
            : initiative.Panel.HandOvers[^1].At;
        foreach (var person in initiative.Panel.SilentIn(review.Round).Where(person => !IsToldOfMany(initiative, person)))
        {
            // Who is asked later, because mail was out, is reminded as much later.
            var invited = await post.InviteAsync(initiative, person, StepOf(initiative, person), cancellation);
            since = invited.TakenAt is { } askedAt && askedAt > since ? askedAt : since;
        }

        await TellReleasedAsync(initiative, cancellation);
        return new ReviewersInvited(handOvers, NudgeLadder.From(review, initiative.Panel, since, policy.WorkingDays));
    }

    /// <summary>Step of the mail that invites somebody; who gets a place back is invited anew.</summary>
    internal static string StepOf(Initiative initiative, Actor person)
    {
        var changes = initiative.Panel.HandOvers.Where(change => change.Round == initiative.Round && (change.From == person || change.To == person)).ToList();
        var times = changes.Count(change => change.To == person) + (changes is [var first, ..] && first.From == person ? 1 : 0);
        return times > 1 ? $"review-{initiative.Round}-invite-{times}" : $"review-{initiative.Round}-invite";
    }

    // Who takes over several places at once reads of all of them in one mail, with a link to each.
    private static bool IsToldOfMany(Initiative initiative, Actor person) =>
        initiative.Panel.HandOvers.LastOrDefault(change => change.Round == initiative.Round && change.To == person) is { IsOneOfMany: true };

    // Who is involved or away knows it; whose place the coordinator gave to somebody else may be working on it.
    private async Task TellReleasedAsync(Initiative initiative, CancellationToken cancellation)
    {
        var released = initiative.Panel.HandOvers.Index()
            .Where(one => one.Item.Round == initiative.Round && one.Item.Why == HandOverReason.Coordinator && one.Item.From != one.Item.By);
        foreach (var (number, change) in released)
        {
            var name = people.Find(change.To).Name;
            await post.TellAsync(
                initiative,
                change.From,
                $"review-{initiative.Round}-released-{number}",
                (review, link) => ReviewMails.Released(review, name, link),
                cancellation);
        }
    }

    private static string KeyOf(ReviewRoundCase review) => $"review-{review.Round}-opened";
}
