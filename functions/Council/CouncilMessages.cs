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
/// <param name="RemindAt">When to remind the coordinator to record the decision; after the last one the wait is over.</param>
public sealed record CouncilAsked(IReadOnlyList<DateTimeOffset> RemindAt);

/// <summary>Input of the step that reminds the coordinator.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Number of the reminder, counted from 1.</param>
public sealed record CouncilReminder(string InitiativeId, int Number);
