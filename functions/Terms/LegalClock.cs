namespace Initiatiefloket.Terms;

/// <summary>The law's clock of one application: when the decision must be there. Pure; days come from the caller.</summary>
/// <param name="ReceivedOn">Day of receipt; the term runs from the day after it (Awb 4:13).</param>
/// <param name="DecisionTerm">The term for the decision: eight weeks unless the ordinance says otherwise (Awb 4:13).</param>
/// <param name="Suspensions">Times in which the clock stood or stands still (Awb 4:15), in the order in which they began.</param>
/// <param name="Extension">How much later the decision will be there, as the applicant was told once (Awb 4:14).</param>
/// <param name="ExtendedOn">Day of that message; null when there was none, or in what was stored before the day was noted.</param>
public sealed record LegalClock(
    DateOnly ReceivedOn, Term DecisionTerm, IReadOnlyList<Suspension> Suspensions, Term? Extension, DateOnly? ExtendedOn = null)
{
    /// <summary>Who set the term; the Awb in what was stored before that was noted.</summary>
    public DecisionSource Source { get; init; } = DecisionSource.ByLaw;

    /// <summary>The clock as it stands on receipt, by a term of the Awb itself.</summary>
    public static LegalClock Start(DateOnly receivedOn, Term decisionTerm) => Start(receivedOn, decisionTerm, DecisionSource.ByLaw);

    /// <summary>The clock as it stands on receipt.</summary>
    public static LegalClock Start(DateOnly receivedOn, Term decisionTerm, DecisionSource source) => new(receivedOn, decisionTerm, [], null) { Source = source };

    /// <summary>
    /// The last day for the decision, from which a notice of default and the penalty count (Awb 4:17). An open suspension counts as if its time is used to the
    /// end. The term of law moves off weekends and holidays (Algemene termijnenwet 1); the extension, which the municipality names itself, is counted from
    /// there, and what stands still after that message shifts the named day by exactly those days. A date that was only told moves nothing.
    /// </summary>
    public DateOnly DecideBy(WorkingDays workingDays) =>
        Source.ExtensionMovesTheEnd ? EndsOn(workingDays) : (this with { Extension = null, ExtendedOn = null }).EndsOn(workingDays);

    /// <summary>The later day that the applicant was told and that moves no term (Awb 4:14, first paragraph); null when there is none.</summary>
    public DateOnly? ToldDay(WorkingDays workingDays) => Extension is null || Source.ExtensionMovesTheEnd ? null : EndsOn(workingDays);

    /// <summary>The last day that the applicant was told: the later one, or else the last day for the decision.</summary>
    public DateOnly AnnouncedDay(WorkingDays workingDays) => ToldDay(workingDays) ?? DecideBy(workingDays);

    /// <summary>
    /// How many days are left after today, not counting days on which the clock stands still; zero on the last day, negative when it is too late.
    /// </summary>
    public int DaysLeft(DateOnly today, WorkingDays workingDays) =>
        DecideBy(workingDays).DayNumber - today.DayNumber - Suspensions.Index().Sum(stop => DaysOf(stop.Index, today));

    /// <summary>Whether the clock stands still on this day (Awb 4:15).</summary>
    public bool IsSuspendedOn(DateOnly day) => Suspensions.Any(suspension => suspension.Covers(day));

    /// <summary>The last day of the time that the applicant gave us, on a day in that time (Awb 4:15, second paragraph, under a); null on other days.</summary>
    public DateOnly? AgreedUntil(DateOnly day) => Suspensions
        .Where(suspension => suspension.Basis == SuspensionBasis.Agreed && suspension.Covers(day))
        .Max(suspension => (DateOnly?)suspension.RecoverBy);

    /// <summary>Stops the clock because the applicant was asked to complete the application (Awb 4:5, 4:15).</summary>
    /// <param name="askedOn">Day on which the request was sent.</param>
    /// <param name="recoverBy">Last day of the recovery term.</param>
    /// <param name="workingDays">The calendar.</param>
    public ClockChange Suspend(DateOnly askedOn, DateOnly recoverBy, WorkingDays workingDays) => this switch
    {
        _ when askedOn < ReceivedOn || recoverBy < askedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when LastRequest is { } last && last.IsOpenOn(askedOn) => new ClockChange.Refused(ClockRefusal.AlreadySuspended),
        _ when LastRequest is { } last && askedOn < last.RunsAgainOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when askedOn > DecideBy(workingDays) => new ClockChange.Refused(ClockRefusal.TermHasPassed),
        _ => new ClockChange.Changed(this with { Suspensions = [.. Suspensions, new Suspension(askedOn, recoverBy)] }),
    };

    /// <summary>
    /// Lets the clock run again because the application was completed (Awb 4:15). An answer after the recovery term is noted, but the clock
    /// ran again from the day after that term.
    /// </summary>
    public ClockChange Resume(DateOnly completedOn) => LastRequest switch
    {
        null or { CompletedOn: not null } => new ClockChange.Refused(ClockRefusal.NotSuspended),
        var last when completedOn < last.AskedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        var last => new ClockChange.Changed(
            this with { Suspensions = [.. Suspensions.Select(suspension => suspension == last ? last with { CompletedOn = completedOn } : suspension)] }),
    };

    /// <summary>
    /// Stops the clock because the applicant agreed in writing that we take longer (Awb 4:15, second paragraph, under a), also while it stands still for
    /// another reason: a day stands still once. The day of the agreement still counts, which is the earliest reading.
    /// </summary>
    /// <param name="agreedOn">Day of the agreement, inside the term.</param>
    /// <param name="until">Last day of the time that we may take.</param>
    /// <param name="workingDays">The calendar.</param>
    public ClockChange Agree(DateOnly agreedOn, DateOnly until, WorkingDays workingDays) => this switch
    {
        _ when agreedOn < ReceivedOn || until <= agreedOn => new ClockChange.Refused(ClockRefusal.OutOfOrder),
        _ when agreedOn > DecideBy(workingDays) => new ClockChange.Refused(ClockRefusal.TermHasPassed),
        _ => new ClockChange.Changed(
            this with { Suspensions = [.. Suspensions, new Suspension(agreedOn, until) { Basis = SuspensionBasis.Agreed }] }),
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
    public bool MaySetAsideOn(DateOnly day, WorkingDays workingDays) => LastRequest?.MaySetAsideOn(day, workingDays) ?? false;

    /// <summary>Last day to set the application aside after the last request to complete it, also when it has passed; null when there was no request.</summary>
    public DateOnly? SetAsideBy(WorkingDays workingDays) => LastRequest?.SetAsideBy(workingDays);

    private DateOnly EndsOn(WorkingDays workingDays)
    {
        var ends = DecisionTerm.LastDay(ReceivedOn, workingDays);
        foreach (var (index, suspension) in Suspensions.Index().Where(stop => !IsAfterMessage(stop.Item)))
        {
            ends = Shift(ends, suspension.AskedOn, DaysOf(index, suspension.AskedOn), workingDays);
        }

        ends = Move(ends, workingDays);
        ends = Extension is { } extension ? extension.LastDay(ends, workingDays) : ends;
        return ends.AddDays(Suspensions.Index().Where(stop => IsAfterMessage(stop.Item)).Sum(stop => DaysOf(stop.Index, stop.Item.AskedOn)));
    }

    // A request on a day to which the law had moved the end: the term as the law lengthened it stands still (Algemene termijnenwet 1,
    // Awb 4:15), so the days that the move gave are not lost.
    private DateOnly Shift(DateOnly ends, DateOnly stoppedOn, int days, WorkingDays workingDays) =>
        (stoppedOn >= ends ? Move(ends, workingDays) : ends).AddDays(days);

    private DateOnly Move(DateOnly ends, WorkingDays workingDays) =>
        Source.MovesOffHolidays && DecisionTerm.MovesOffHolidays ? workingDays.RollLastDay(ReceivedOn, ends) : ends;

    // Two may overlap, as when the applicant is asked to complete what they gave us more time for: such a day is that of the first.
    private int DaysOf(int index, DateOnly after) => Suspensions[index].EachDayAfter(after)
        .Count(day => !Suspensions.Take(index).Any(earlier => earlier.Covers(day)));

    // The day that the message names is not a term of law, so what comes after it is not moved again (Algemene termijnenwet 1).
    private bool IsAfterMessage(Suspension suspension) => suspension.AskedOn > ExtendedOn;

    private Suspension? LastRequest => Suspensions.LastOrDefault(suspension => suspension.Basis == SuspensionBasis.Request);
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
