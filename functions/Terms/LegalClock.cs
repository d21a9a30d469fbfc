namespace Initiatiefloket.Terms;

/// <summary>The law's clock of one application: when the decision must be there. Pure; days come from the caller.</summary>
/// <param name="ReceivedOn">Day of receipt; the term runs from the day after it (Awb 4:13).</param>
/// <param name="DecisionTerm">The term for the decision: eight weeks unless the ordinance says otherwise (Awb 4:13).</param>
/// <param name="Suspensions">Times in which the clock stood or stands still (Awb 4:15), in order.</param>
/// <param name="Extension">The one extension that the applicant was told of (Awb 4:14).</param>
/// <param name="ExtendedOn">Day of that message; null when there was none, or in what was stored before the day was noted.</param>
public sealed record LegalClock(
    DateOnly ReceivedOn, Term DecisionTerm, IReadOnlyList<Suspension> Suspensions, Term? Extension, DateOnly? ExtendedOn = null)
{
    /// <summary>The clock as it stands on receipt.</summary>
    public static LegalClock Start(DateOnly receivedOn, Term decisionTerm) => new(receivedOn, decisionTerm, [], null);

    /// <summary>
    /// The last day for the decision. An open suspension counts as if its recovery term is used to the end. The term of law moves off
    /// weekends and holidays (Algemene termijnenwet 1); the extension, which the municipality names itself, is counted from there, and a
    /// request after that message shifts the named day by exactly the days that the term stands still.
    /// </summary>
    public DateOnly DecideBy(WorkingDays workingDays)
    {
        var beforeMessage = Suspensions.Where(suspension => !IsAfterMessage(suspension));
        var counted = beforeMessage.Aggregate(DecisionTerm.LastDay(ReceivedOn, workingDays), (ends, suspension) => Shift(ends, suspension, workingDays));
        var endsByLaw = Move(counted, workingDays);
        var ends = Extension is { } extension ? extension.LastDay(endsByLaw, workingDays) : endsByLaw;
        return ends.AddDays(Suspensions.Where(IsAfterMessage).Sum(suspension => suspension.Days));
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
        _ => new ClockChange.Changed(this with { Extension = extension, ExtendedOn = toldOn }),
    };

    /// <summary>
    /// Whether the application may be set aside on this day: only after a request to complete it, when its recovery term passed or the
    /// answer does not suffice, and only within four weeks after that (Awb 4:5, first and fourth paragraph).
    /// </summary>
    public bool MaySetAsideOn(DateOnly day, WorkingDays workingDays) => Last?.MaySetAsideOn(day, workingDays) ?? false;

    // A request on a day to which the law had moved the end: the term as the law lengthened it stands still (Algemene termijnenwet 1,
    // Awb 4:15), so the days that the move gave are not lost.
    private DateOnly Shift(DateOnly ends, Suspension suspension, WorkingDays workingDays) =>
        (suspension.AskedOn >= ends ? Move(ends, workingDays) : ends).AddDays(suspension.Days);

    private DateOnly Move(DateOnly ends, WorkingDays workingDays) =>
        DecisionTerm.MovesOffHolidays ? workingDays.RollLastDay(ReceivedOn, ends) : ends;

    // The day that the message names is not a term of law, so what comes after it is not moved again (Algemene termijnenwet 1).
    private bool IsAfterMessage(Suspension suspension) => suspension.AskedOn > ExtendedOn;

    private Suspension? Last => Suspensions.Count == 0 ? null : Suspensions[^1];
}

/// <summary>What came of a change to the legal clock.</summary>
public abstract record ClockChange
{
    private ClockChange()
    {
    }

    /// <summary>The clock as it runs from now on.</summary>
    public sealed record Changed(LegalClock Clock) : ClockChange;

    /// <summary>Nothing changed.</summary>
    public sealed record Refused(ClockRefusal Reason) : ClockChange;
}

/// <summary>Why the legal clock could not be changed.</summary>
public enum ClockRefusal
{
    /// <summary>The term was extended before; it can be done once (Awb 4:14).</summary>
    AlreadyExtended,

    /// <summary>The decision term has passed; it can no longer be extended or suspended.</summary>
    TermHasPassed,

    /// <summary>A request to the applicant is still open.</summary>
    AlreadySuspended,

    /// <summary>There is no request to the applicant that is still unanswered.</summary>
    NotSuspended,

    /// <summary>The day lies before an earlier event on the clock.</summary>
    OutOfOrder,
}
