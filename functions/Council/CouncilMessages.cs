namespace Initiatiefloket.Council;

/// <summary>The council window is open.</summary>
/// <param name="EndsAt">When it closes.</param>
/// <param name="MemberIds">Whom to notify.</param>
public sealed record CouncilWindow(DateTimeOffset EndsAt, IReadOnlyList<string> MemberIds);

/// <summary>Input of the step that notifies one member.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="MemberId">The council member.</param>
public sealed record CouncilNotice(string InitiativeId, string MemberId);

/// <summary>The case is on the council's agenda.</summary>
/// <param name="RemindAt">When to remind the coordinator to record the decision; at the last moment the wait is over instead.</param>
public sealed record CouncilAsked(IReadOnlyList<DateTimeOffset> RemindAt)
{
    /// <summary>The reminder of a moment, counted from 1; null for the last moment.</summary>
    public CouncilReminder? ReminderAt(string initiativeId, int number) =>
        number < RemindAt.Count ? new CouncilReminder(initiativeId, number, IsLast: number == RemindAt.Count - 1) : null;
}

/// <summary>Input of the step that reminds the coordinator.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Number of the reminder, counted from 1.</param>
/// <param name="IsLast">True when no other follows.</param>
public sealed record CouncilReminder(string InitiativeId, int Number, bool IsLast);
