using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Desk;

/// <summary>Something about a legal date that people are told once. When the date moves, its signals begin anew.</summary>
/// <param name="DecideBy">The legal date that it is about.</param>
/// <param name="Level">
/// The policy's number of days before that date, or <see cref="TooLate"/> or <see cref="NoticeReceived"/>. The lower, the more urgent.
/// </param>
public sealed record DeadlineSignal(DateOnly DecideBy, int Level)
{
    /// <summary>The date has passed.</summary>
    public const int TooLate = -1;

    /// <summary>A notice of default was received, so that a penalty is near.</summary>
    public const int NoticeReceived = -2;

    /// <summary>
    /// What there is to tell: the most urgent signal only, also when days were missed. Null as long as the date is far, or the clock
    /// stands still: then nobody can decide.
    /// </summary>
    /// <param name="deadline">How the initiative stands.</param>
    /// <param name="daysLeftNextTime">Days left when the watch runs next: a signal that falls in between goes out now, not too late.</param>
    /// <param name="days">The policy's days before the date.</param>
    public static DeadlineSignal? Of(Deadline deadline, int daysLeftNextTime, IReadOnlyList<int> days) =>
        LevelOf(deadline, daysLeftNextTime, days) is { } level ? new DeadlineSignal(deadline.DecideBy, level) : null;

    /// <summary>Whether this is news to whoever was told something earlier, or nothing.</summary>
    public bool IsNewsAfter(DeadlineSignal? told) => told is null || told.DecideBy != DecideBy || Level < told.Level;

    private static int? LevelOf(Deadline deadline, int daysLeftNextTime, IReadOnlyList<int> days) => deadline switch
    {
        { IsSuspended: true } => null,
        { Penalty: not null } => NoticeReceived,
        { IsTooLate: true } => TooLate,
        _ => days.Where(before => deadline.DaysLeft <= before || daysLeftNextTime < before).Cast<int?>().Min(),
    };
}
