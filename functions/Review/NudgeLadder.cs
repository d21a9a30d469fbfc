using System.Text.Json.Serialization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>The ladder of reminders of a review round.</summary>
public static class NudgeLadder
{
    /// <summary>
    /// Reviewers are reminded twice, then their deputies take their places, then the coordinator is asked to act, again and again up to the
    /// policy's limit. A round that only the coordinator decides begins with the last rung.
    /// </summary>
    /// <param name="review">The round.</param>
    /// <param name="panel">Who decides it.</param>
    /// <param name="since">When those who decide were asked: at its beginning, or when a place on the panel last changed hands.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static IReadOnlyList<Nudge> From(ReviewRoundCase review, Panel panel, DateTimeOffset since, WorkingDays calendar)
    {
        var rungs = new List<(NudgeKind Kind, DateTimeOffset At)>();
        if (!panel.IsCoordinatorsOwn)
        {
            rungs.Add((NudgeKind.Reviewer, review.Terms.ReviewReminder.EndsAt(since, calendar)));
            rungs.Add((NudgeKind.Reviewer, review.Terms.ReviewSecondReminder.EndsAt(since, calendar)));
            rungs.Add((NudgeKind.Deputy, review.Terms.ReviewDeputy.EndsAt(since, calendar)));
            rungs.Add((NudgeKind.Coordinator, review.Terms.ReviewEscalation.EndsAt(since, calendar)));
        }

        var last = rungs.Count == 0 ? since : rungs[^1].At;
        for (var reminder = 1; reminder <= review.Limits.CoordinatorReminders; reminder++)
        {
            last = review.Terms.CoordinatorReminder.EndsAt(last, calendar);
            rungs.Add((reminder < review.Limits.CoordinatorReminders ? NudgeKind.Coordinator : NudgeKind.GiveUp, last));
        }

        if (rungs is [.., (NudgeKind.Coordinator, var lastAsked), _])
        {
            rungs[^2] = (NudgeKind.CoordinatorLast, lastAsked);
        }

        var handOvers = panel.HandOversIn(review.Round);
        return [.. rungs.Select((rung, index) => new Nudge(handOvers, index + 1, rung.Kind, rung.At))];
    }
}

/// <summary>A reminder of a review round.</summary>
/// <param name="HandOvers">How many places had changed hands; with the number in its mails' keys. Stored as <c>Seating</c>, which running cases have in their history.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Kind">Who is reminded.</param>
/// <param name="At">When.</param>
public sealed record Nudge([property: JsonPropertyName("Seating")] int HandOvers, int Number, NudgeKind Kind, DateTimeOffset At);

/// <summary>Who is reminded of a review round.</summary>
public enum NudgeKind
{
    /// <summary>The reviewers who did not vote yet, once more.</summary>
    Reviewer,

    /// <summary>Their deputies, who take their places.</summary>
    Deputy,

    /// <summary>The coordinator, who may decide instead.</summary>
    Coordinator,

    /// <summary>The coordinator, after whom nobody is reminded any more.</summary>
    CoordinatorLast,

    /// <summary>Nobody: the wait is over.</summary>
    GiveUp,
}

/// <summary>Input of the steps that remind of a round.</summary>
/// <param name="Review">The round.</param>
/// <param name="Nudge">The reminder.</param>
public sealed record RoundNudge(ReviewRoundCase Review, Nudge Nudge)
{
    /// <summary>Names it in keys of events and mails.</summary>
    /// <param name="what">What is done.</param>
    public string KeyOf(string what) => $"review-{Review.Round}-{what}-{Nudge.HandOvers}-{Nudge.Number}";
}
