using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>The time in which the applicant can answer what was asked in a round. Pure.</summary>
/// <param name="AskedAt">When the question went out.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Calendar">Which days are working days.</param>
public sealed record AnswerTerm(DateTimeOffset AskedAt, DateTimeOffset Until, WorkingDays Calendar)
{
    /// <summary>The time that begins at a moment: for a request to complete the recovery term (Awb 4:5), otherwise that of a simple question.</summary>
    /// <param name="askedAt">The moment.</param>
    /// <param name="initiative">The initiative, with the question as its last verdict.</param>
    /// <param name="review">The round, for how long the terms are.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static AnswerTerm From(DateTimeOffset askedAt, Initiative initiative, ReviewRoundCase review, WorkingDays calendar) => new(
        askedAt,
        initiative.IsRequestToComplete
            ? review.Terms.Recovery.EndsAt(askedAt, calendar, TermOrigin.Law)
            : review.Terms.Answer.EndsAt(askedAt, calendar),
        calendar);

    /// <summary>The initiative from then on; a request to complete suspends its clock (Awb 4:15).</summary>
    public Initiative Begin(Initiative initiative) => initiative with
    {
        WaitsUntil = Until,
        Clock = initiative.IsRequestToComplete && initiative.Clock!.Suspend(Request.AskedOn, Request.RecoverBy, Calendar) is ClockChange.Changed changed
            ? changed.Clock
            : initiative.Clock,
    };

    /// <summary>What the workflow waits for: nothing when the applicant answered or withdrew in the meantime.</summary>
    public AnswerExpected ExpectedOf(Initiative initiative) => initiative.WaitsUntil is null
        ? new AnswerExpected(AskedAt, AskedAt, SetAsideBefore: null)
        : new AnswerExpected(AskedAt + ((Until - AskedAt) / 2), Until, initiative.IsRequestToComplete ? SetAsideBefore : null);

    private DateTimeOffset SetAsideBefore => TownTime.StartOf(Request.SetAsideBy(Calendar).AddDays(1));

    private Suspension Request => new(TownTime.DayOf(AskedAt), TownTime.DayOf(Until.AddTicks(-1)));
}

/// <summary>The applicant was asked something.</summary>
/// <param name="RemindAt">When to remind, half-way.</param>
/// <param name="Until">When the time to answer ends; for a request to complete that is the recovery term (Awb 4:5).</param>
/// <param name="SetAsideBefore">
/// For a request to complete that reached the applicant: without an answer the application is set aside, before this moment (Awb 4:5, fourth
/// paragraph). Null when it is decided with what is there.
/// </param>
public sealed record AnswerExpected(DateTimeOffset RemindAt, DateTimeOffset Until, DateTimeOffset? SetAsideBefore);
