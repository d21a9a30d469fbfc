namespace Initiatiefloket.Terms;

/// <summary>The law's clock of one application: when the decision must be there. Pure; days come from the caller.</summary>
/// <param name="ReceivedOn">Day of receipt; the term runs from the day after it (Awb 4:13).</param>
/// <param name="DecisionTerm">The term for the decision: eight weeks unless the ordinance says otherwise (Awb 4:13).</param>
/// <param name="Suspensions">Times in which the clock stood or stands still (Awb 4:15), in order.</param>
/// <param name="Extension">The one extension that the applicant was told of (Awb 4:14).</param>
public sealed record LegalClock(DateOnly ReceivedOn, Term DecisionTerm, IReadOnlyList<Suspension> Suspensions, Term? Extension)
{
    /// <summary>The clock as it stands on receipt.</summary>
    public static LegalClock Start(DateOnly receivedOn, Term decisionTerm) => new(receivedOn, decisionTerm, [], null);

    /// <summary>
    /// The last day for the decision. An open suspension counts as if its recovery term is used to the end. The term of law moves off
    /// weekends and holidays (Algemene termijnenwet 1); the extension, which the municipality names itself, is counted from there.
    /// </summary>
    public DateOnly DecideBy(WorkingDays workingDays)
    {
        var stoodStill = Suspensions.Sum(suspension => suspension.Days);
        var ends = DecisionTerm.LastDay(ReceivedOn, workingDays).AddDays(stoodStill);
        if (DecisionTerm.MovesOffHolidays)
        {
            ends = workingDays.RollLastDay(ReceivedOn, ends);
        }

        return Extension is { } extension ? extension.LastDay(ends, workingDays) : ends;
    }

    /// <summary>
    /// How many days are left after today, not counting days on which the clock stands still; zero on the last day, negative when it is too late.
    /// </summary>
    public int DaysLeft(DateOnly today, WorkingDays workingDays) =>
        DecideBy(workingDays).DayNumber - today.DayNumber - Suspensions.Sum(suspension => suspension.DaysAfter(today));

    /// <summary>Whether the clock stands still on this day (Awb 4:15).</summary>
    public bool IsSuspendedOn(DateOnly day) => Suspensions.Any(suspension => suspension.Covers(day));

    /// <summary>Stops the clock because the applicant was asked to complete the application (Awb 4:5, 4:15).</summary>
    /// <param name="askedOn">Day on which the request was sent.</param>
    /// <param name="recoverBy">Last day of the recovery term.</param>
    /// <param name="workingDays">The calendar.</param>
    public ClockChange Suspend(DateOnly askedOn, DateOnly recoverBy, WorkingDays workingDays) => this switch
    {
        _ when askedOn < ReceivedOn || recoverBy < askedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when Last is { } last && last.IsOpenOn(askedOn) => new ClockChange.Refused(ClockRefusal.AlreadySuspended),
        _ when Last is { } last && askedOn < last.RunsAgainOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when askedOn > DecideBy(workingDays) => new ClockChange.Refused(ClockRefusal.TermHasPassed),
        _ => new ClockChange.Changed(this with { Suspensions = [.. Suspensions, new Suspension(askedOn, recoverBy)] }),
    };

    /// <summary>
    /// Lets the clock run again because the application was completed (Awb 4:15). An answer after the recovery term is noted, but the clock
    /// ran again from the day after that term.
    /// </summary>
    public ClockChange Resume(DateOnly completedOn) => Last switch
    {
        null or { CompletedOn: not null } => new ClockChange.Refused(ClockRefusal.NotSuspended),
        var last when completedOn < last.AskedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        var last => new ClockChange.Changed(this with { Suspensions = [.. Suspensions.SkipLast(1), last with { CompletedOn = completedOn }] }),
    };

    /// <summary>Extends the term, once, with a message to the applicant inside the term (Awb 4:14).</summary>
    /// <param name="toldOn">Day of the message.</param>
    /// <param name="extension">How much later the decision will be there.</param>
    /// <param name="workingDays">The calendar.</param>
    public ClockChange Extend(DateOnly toldOn, Term extension, WorkingDays workingDays) => this switch
    {
        { Extension: not null } => new ClockChange.Refused(ClockRefusal.AlreadyExtended),
        _ when toldOn < ReceivedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when toldOn > DecideBy(workingDays) => new ClockChange.Refused(ClockRefusal.TermHasPassed),
        _ => new ClockChange.Changed(this with { Extension = extension }),
    };

    private Suspension? Last => Suspensions.Count == 0 ? null : Suspensions[^1];
}
