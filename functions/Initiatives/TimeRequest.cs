using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Somebody asks that the decision may take longer, the municipality or the applicant. When the other side agrees in writing the decision term stands still
/// until then (Awb 4:15, second paragraph, under a).
/// </summary>
/// <param name="Number">Counted from 1 within the case.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When.</param>
/// <param name="Until">Last day of the time that is asked for.</param>
/// <param name="Why">The reason, as the other side reads it.</param>
/// <param name="LapsesAt">From when on it can be answered no more.</param>
public sealed record TimeRequest(int Number, Actor By, DateTimeOffset At, DateOnly Until, string Why, DateTimeOffset LapsesAt)
{
    /// <summary>Longest reason.</summary>
    public const int LongestWhy = 1000;

    /// <summary>How it ended; null as long as it did not, also when it can be answered no more and nobody noted that yet.</summary>
    public TimeAnswer? Answer { get; init; }

    public bool IsByApplicant => By == Actor.Applicant;

    /// <summary>Whether it can be answered at a moment.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Answer is null && now < LapsesAt;
}

/// <summary>How a request for more time ended.</summary>
public enum TimeAnswer
{
    Agreed,
    Declined,

    /// <summary>By whoever asked.</summary>
    TakenBack,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,
}

/// <summary>What becomes of requests for more time. Each is null when it may not happen (any more).</summary>
public static class TimeRequests
{
    extension(Initiative initiative)
    {
        /// <summary>The request that can be answered; null when there is none.</summary>
        public TimeRequest? OpenTimeRequest(DateTimeOffset now) =>
            !initiative.IsClosed && initiative.TimeRequest is { } request && request.IsOpenAt(now) ? request : null;

        /// <summary>Whether more time can be asked for: one request at a time, and only inside the term.</summary>
        public bool MayAskTime(DateTimeOffset now, WorkingDays workingDays) =>
            initiative is { IsClosed: false, Clock: { } legal } && initiative.OpenTimeRequest(now) is null && LocalTime.DayOf(now) <= legal.DecideBy(workingDays);

        /// <summary>Asks for more time.</summary>
        /// <param name="by">Who asks.</param>
        /// <param name="until">Last day of the time that is asked for, after today.</param>
        /// <param name="why">The reason.</param>
        /// <param name="now">The moment.</param>
        /// <param name="policy">For how long an answer is awaited, and the calendar.</param>
        public Initiative? AskTime(Actor by, DateOnly until, string why, DateTimeOffset now, Policy policy)
        {
            var calendar = policy.WorkingDays;
            if (!initiative.MayAskTime(now, calendar) || until <= LocalTime.DayOf(now))
            {
                return null;
            }

            // Later it could not be agreed to any more.
            DateTimeOffset[] ends = [policy.For(initiative).Terms.Answer.EndsAt(now, calendar), LocalTime.StartOf(until), LocalTime.StartOf(initiative.Clock!.DecideBy(calendar).AddDays(1))];
            return initiative with { TimeRequest = new TimeRequest((initiative.TimeRequest?.Number ?? 0) + 1, by, now, until, why, ends.Min()) };
        }

        /// <summary>Answers a request of the other side.</summary>
        public Initiative? AnswerTime(int number, Actor by, bool agrees, DateTimeOffset now, Policy policy)
        {
            if (initiative.OpenTimeRequest(now) is not { } request || request.Number != number || request.IsByApplicant == (by == Actor.Applicant))
            {
                return null;
            }

            if (!agrees)
            {
                return initiative with { TimeRequest = request with { Answer = TimeAnswer.Declined } };
            }

            return initiative.Clock!.Agree(LocalTime.DayOf(now), request.Until, policy.WorkingDays) is ClockChange.Changed changed
                ? initiative.With(changed.Clock, policy) with { TimeRequest = request with { Answer = TimeAnswer.Agreed } }
                : null;
        }

        /// <summary>Takes a request back, by the side that asked.</summary>
        public Initiative? TakeBackTime(int number, Actor by, DateTimeOffset now) =>
            initiative.OpenTimeRequest(now) is { } request && request.Number == number && request.IsByApplicant == (by == Actor.Applicant)
                ? initiative with { TimeRequest = request with { Answer = TimeAnswer.TakenBack } }
                : null;

        /// <summary>Notes that nobody answered in time.</summary>
        public Initiative? LapseTime(DateTimeOffset now) =>
            !initiative.IsClosed && initiative.TimeRequest is { Answer: null } request && !request.IsOpenAt(now)
                ? initiative with { TimeRequest = request with { Answer = TimeAnswer.Lapsed } }
                : null;

        /// <summary>The initiative with a clock that was changed; on the waiting list it waits as long as that clock lets it.</summary>
        public Initiative With(LegalClock legal, Policy policy)
        {
            var changed = initiative with { Clock = legal };
            return initiative.State == InitiativeState.WaitingList ? changed with { WaitsUntil = changed.ListEndsAt(policy) } : changed;
        }

        /// <summary>When a place on the waiting list ends: with the decision term or the pot, so that the refusal for lack of money (Awb 4:25) is still in time.</summary>
        public DateTimeOffset ListEndsAt(Policy policy)
        {
            var lastDay = initiative.Clock!.DecideBy(policy.WorkingDays);
            var closesOn = policy.PotFor(initiative.PotYear)?.WaitsUntil ?? lastDay;
            return LocalTime.StartOf(lastDay < closesOn ? lastDay : closesOn);
        }
    }
}
