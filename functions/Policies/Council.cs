using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>A member of the council.</summary>
public sealed record CouncilMember(string Id, string Name, string Party, string Email)
{
    /// <summary>First day as a member; null for one who was there before anybody wrote it down.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day as a member; null as long as no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether somebody is a member on a day: on others there are no mails, no open links and no call-ins.</summary>
    public bool IsInOfficeOn(DateOnly day) => !(day < From) && !(day > Until);
}

/// <summary>How the council looks along.</summary>
/// <param name="Members">Who gets digests and links, also those whose days are over or still to come.</param>
/// <param name="CallInsNeeded">How many members must call a case in to halt it.</param>
/// <param name="Window">How long they may do so. Where it counts working days, those of a recess do not count.</param>
public sealed record Council(IReadOnlyList<CouncilMember> Members, int CallInsNeeded, Term Window)
{
    /// <summary>How long the professional has to answer a member's question. Counts days, working days or weeks.</summary>
    public Term Answer { get; init; } = new(3, TermUnit.WorkingDays);

    /// <summary>When members who did not choose get the digest.</summary>
    public DigestTiming Digest { get; init; } = new(DigestFrequency.Week, DayOfWeek.Sunday, 19);

    /// <summary>When the council does not meet.</summary>
    public IReadOnlyList<Recess> Recesses { get; init; } = [];

    /// <summary>The members on a day.</summary>
    public IReadOnlyList<CouncilMember> MembersOn(DateOnly day) => [.. Members.Where(member => member.IsInOfficeOn(day))];

    /// <summary>The recess of a day; null when the council is at work.</summary>
    public Recess? RecessOn(DateOnly day) => Recesses.FirstOrDefault(recess => recess.Includes(day));

    /// <summary>The calendar by which the window counts: a member who is away with the whole council cannot look along.</summary>
    /// <param name="workingDays">The calendar of the town.</param>
    public WorkingDays DaysOf(WorkingDays workingDays) =>
        workingDays with { TownClosedDays = [.. workingDays.TownClosedDays, .. Recesses.SelectMany(recess => recess.Days)] };
}

/// <summary>Days on which the council does not meet, both ends included.</summary>
/// <param name="Name">"Zomerreces".</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Recess(string Name, DateOnly From, DateOnly Until)
{
    /// <summary>How long one may last: a window must end.</summary>
    public const int MostDays = 100;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Math.Clamp(Until.DayNumber - From.DayNumber + 1, 0, MostDays)).Select(From.AddDays);

    public bool Includes(DateOnly day) => day >= From && day <= Until;
}

/// <summary>How often the digest comes.</summary>
public enum DigestFrequency
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>Within the hour after something changed.</summary>
    AtOnce,
    Day,
    Week,

    /// <summary>On the first day of the month.</summary>
    Month,
}

/// <summary>When the digest comes, in the town's time.</summary>
/// <param name="Every">How often.</param>
/// <param name="Day">The day of a weekly one.</param>
/// <param name="Hour">The hour, 0 to 23; of one that comes at once it means nothing.</param>
public sealed record DigestTiming(DigestFrequency Every, DayOfWeek Day, int Hour);
