using System.Diagnostics;

namespace Initiatiefloket.Worklist;

/// <summary>What the coordinator wants to see at once: each is a count on top of the list and a link to its cases.</summary>
public enum WorkCount
{
    /// <summary>The legal date has passed.</summary>
    TooLate,

    /// <summary>The legal date is within seven days.</summary>
    ThisWeek,

    /// <summary>Waits for the applicant.</summary>
    Applicant,

    /// <summary>Council members look along, or the council decides.</summary>
    Council,

    /// <summary>The legal clock stands still.</summary>
    StandsStill,

    /// <summary>Nobody decided: it is the desk's.</summary>
    Desk,

    /// <summary>Mail to the applicant does not arrive.</summary>
    MailFailed,
}

/// <summary>The counts in words, and what belongs to them.</summary>
public static class WorkCounts
{
    private const int DaysOfAWeek = 7;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<WorkCount> All { get; } = Enum.GetValues<WorkCount>();

    extension(WorkCount count)
    {
        /// <summary>In addresses.</summary>
        public string Name => Words(count).Name;

        /// <summary>On the page.</summary>
        public string InDutch => Words(count).Title;

        /// <summary>Whether a case that runs belongs to it on this day.</summary>
        public bool Holds(WorkLine line) => count switch
        {
            WorkCount.TooLate => line.IsTooLate,
            WorkCount.ThisWeek => !line.IsTooLate && !line.IsSuspended && line.DaysLeft <= DaysOfAWeek,
            WorkCount.Applicant => line.Item.WaitsOn.Contains(WaitsFor.Applicant),
            WorkCount.Council => line.Item.WaitsOn.Contains(WaitsFor.Council),
            WorkCount.StandsStill => line.IsSuspended,
            WorkCount.Desk => line.Item.State == Initiatives.InitiativeState.LeftToDesk,
            WorkCount.MailFailed => line.Item.IsMailFailed,
            _ => throw new UnreachableException(),
        };
    }

    private static (string Name, string Title) Words(WorkCount count) => count switch
    {
        WorkCount.TooLate => ("te-laat", "Te laat"),
        WorkCount.ThisWeek => ("deze-week", "Binnen een week"),
        WorkCount.Applicant => ("aanvrager", "Wacht op aanvrager"),
        WorkCount.Council => ("raad", "Bij de raad"),
        WorkCount.StandsStill => ("stilgelegd", "Termijn staat stil"),
        WorkCount.Desk => ("loket", "Bij het loket"),
        WorkCount.MailFailed => ("mail", "Mail niet bezorgd"),
        _ => throw new UnreachableException(),
    };
}
