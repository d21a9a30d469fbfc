namespace Initiatiefloket.Terms;

/// <summary>A time in which the decision term stands still (Awb 4:15): the applicant was asked to complete the application, or agreed that we take longer.</summary>
/// <param name="AskedOn">Day of the request (Awb 4:5), or of the agreement. The term stands still from the day after it.</param>
/// <param name="RecoverBy">Last day of the recovery term, or of the time that was agreed.</param>
/// <param name="CompletedOn">Day on which the application was completed; null as long as it was not, and for an agreement.</param>
public sealed record Suspension(DateOnly AskedOn, DateOnly RecoverBy, DateOnly? CompletedOn = null)
{
    private static readonly Term SetAsideTerm = new(4, TermUnit.Weeks);

    /// <summary>Why it stands still; a request in what was stored before there was anything else.</summary>
    public SuspensionBasis Basis { get; init; }

    /// <summary>
    /// First day that counts again: the day of completion, or the day after a recovery term that passed unused, whichever is first. As long
    /// as the answer is open, the latest possible day.
    /// </summary>
    public DateOnly RunsAgainOn
    {
        get
        {
            var afterRecovery = RecoverBy.AddDays(1);
            return CompletedOn < afterRecovery ? CompletedOn.Value : afterRecovery;
        }
    }

    /// <summary>How many days the term stood still: those between the request and <see cref="RunsAgainOn"/>, both exclusive.</summary>
    public int Days => DaysAfter(AskedOn);

    /// <summary>Whether the answer may still come in time on this day.</summary>
    public bool IsOpenOn(DateOnly day) => CompletedOn is null && day <= RecoverBy;

    /// <summary>Whether the term stands still on this day.</summary>
    public bool Covers(DateOnly day) => day > AskedOn && day < RunsAgainOn;

    /// <summary>How many of the days on which the term stands still come after this day.</summary>
    public int DaysAfter(DateOnly day) => EachDayAfter(day).Count();

    /// <summary>Those days, in order.</summary>
    public IEnumerable<DateOnly> EachDayAfter(DateOnly day)
    {
        for (var next = (day > AskedOn ? day : AskedOn).AddDays(1); next < RunsAgainOn; next = next.AddDays(1))
        {
            yield return next;
        }
    }

    /// <summary>
    /// Last day to announce that the application is set aside: four weeks after it was completed (insufficiently) or the recovery term
    /// passed unused (Awb 4:5, fourth paragraph). An answer after that term does not lengthen them.
    /// </summary>
    public DateOnly SetAsideBy(WorkingDays workingDays) =>
        SetAsideTerm.LastDay(CompletedOn < RecoverBy ? CompletedOn.Value : RecoverBy, workingDays, TermOrigin.Law);

    /// <summary>Whether it may be announced on this day that the application is set aside (Awb 4:5).</summary>
    public bool MaySetAsideOn(DateOnly day, WorkingDays workingDays) => day >= RunsAgainOn && day <= SetAsideBy(workingDays);
}

/// <summary>Why the decision term stands still.</summary>
public enum SuspensionBasis
{
    /// <summary>The applicant was asked to complete the application (Awb 4:15, first paragraph).</summary>
    Request,

    /// <summary>The applicant agreed in writing that we take longer (Awb 4:15, second paragraph, under a).</summary>
    Agreed,
}
