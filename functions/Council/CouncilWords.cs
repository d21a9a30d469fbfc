using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council;

/// <summary>What professionals want and where a case stands, in plain words for members of the council.</summary>
public static class CouncilWords
{
    // Of a title: two lines on a phone.
    private const int LongestOnButton = 40;

    /// <summary>What the professional did: "De professional wil toekennen".</summary>
    public static string ByProfessional(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => "De professional wil toekennen",
        VerdictKind.Ask => "De professional heeft een vraag gesteld",
        VerdictKind.Decline => "De professional wijst af",
        VerdictKind.SetAside => "De professional stelt de aanvraag buiten behandeling",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a case stands among the others.</summary>
    public static CouncilGroup GroupOf(InitiativeState state) => state switch
    {
        InitiativeState.CouncilWindow or InitiativeState.CouncilDecides => CouncilGroup.WithCouncil,
        InitiativeState.Granted => CouncilGroup.Granted,
        InitiativeState.Rejected or InitiativeState.SetAside or InitiativeState.Withdrawn => CouncilGroup.NotGranted,
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.WaitingForApplicant or InitiativeState.WaitingList
            or InitiativeState.LeftToDesk => CouncilGroup.UnderWay,
        _ => throw new UnreachableException(),
    };

    /// <summary>A member with their party: "Henk Wiggers (Stadspartij)"; of one who left the policy what they were.</summary>
    public static string MemberIn(Policy policy, string memberId) => policy.CouncilMemberOf(Actor.CouncilMember(memberId)) is { } member
        ? $"{member.Name} ({member.Party})"
        : policy.NameOf(Actor.CouncilMember(memberId));

    /// <summary>What the button to a case says: "Bekijk Samen eten (t/m vr 4 dec)", without a day when there is none to look along by.</summary>
    public static string Look(Initiative initiative) =>
        $"Bekijk {Clip(initiative.Title, LongestOnButton)}" + (initiative is { IsOpenForCallIn: true, WaitsUntil: { } until } ? $" (t/m {InShort(until)})" : "");

    /// <summary>The last day before an exclusive end, as it fits a subject or a button: "vr 4 dec"; with the time when it does not end at midnight.</summary>
    public static string InShort(DateTimeOffset endsAt)
    {
        var local = TimeZoneInfo.ConvertTime(endsAt, LocalTime.Zone);
        return local.TimeOfDay == TimeSpan.Zero ? InShort(DateOnly.FromDateTime(local.DateTime).AddDays(-1)) : $"{InShort(DateOnly.FromDateTime(local.DateTime))} {local:HH:mm}";
    }

    /// <summary>"vr 4 dec".</summary>
    public static string InShort(DateOnly day) => day.ToString("ddd d MMM", TimeInWords.Culture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>The beginning of a text, on one line, cut off between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters there is room for.</param>
    public static string Clip(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest)
        {
            return line;
        }

        // Not in the middle of a sign of two code units either.
        var room = line[..(char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1)];
        var space = room.LastIndexOf(' ');
        return (space > longest / 2 ? room[..space] : room).TrimEnd(' ', ',', '.', ';', ':') + "…";
    }

    /// <summary>Where a case stands on which a member can do nothing now.</summary>
    public static string Of(InitiativeState state) => state switch
    {
        InitiativeState.Granted => "Het geld is toegekend.",
        InitiativeState.CouncilDecides => "De raad beslist over dit initiatief.",
        InitiativeState.Rejected => "De aanvraag is afgewezen.",
        InitiativeState.Withdrawn => "De aanvrager heeft het initiatief ingetrokken.",
        InitiativeState.SetAside => "De aanvraag is niet behandeld: zij was niet compleet.",
        InitiativeState.WaitingForApplicant => "De professional wacht op een antwoord van de aanvrager.",
        InitiativeState.WaitingList => "De aanvraag staat op de wachtlijst: er is nu niet genoeg geld.",
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.CouncilWindow or InitiativeState.LeftToDesk =>
            "De behandeling gaat verder.",
        _ => throw new UnreachableException(),
    };
}

/// <summary>Where cases stand, as the council tells them apart, in the order in which it reads of them.</summary>
public enum CouncilGroup
{
    WithCouncil,
    Granted,
    NotGranted,
    UnderWay,
}

/// <summary>What a case asks of a member of the council.</summary>
public static class CallIns
{
    extension(Initiative initiative)
    {
        /// <summary>Whether it waits for a look of this member: they may call it in, and did not.</summary>
        public bool AwaitsLookOf(Actor member) =>
            initiative.IsOpenForCallIn && initiative.MaySeeCase(member) && !initiative.CalledInBy.Contains(member.CouncilMemberId!);
    }
}
