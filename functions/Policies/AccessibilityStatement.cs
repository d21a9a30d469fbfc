using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>
/// What the municipality states about the accessibility of this site, by the model that all Dutch public bodies use (Besluit digitale toegankelijkheid
/// overheid; status A to D as in the register at toegankelijkheidsverklaring.nl).
/// </summary>
public sealed record AccessibilityStatement
{
    public required AccessibilityStatus Status { get; init; }

    /// <summary>The day on which the statement was made.</summary>
    public required DateOnly StatedOn { get; init; }

    /// <summary>The function of who signed for it, such as "gemeentesecretaris".</summary>
    public required string SignedBy { get; init; }

    /// <summary>The statement in the register; null when it is not there.</summary>
    public Uri? Register { get; init; }

    /// <summary>The investigations on which the status rests; at least one for <see cref="AccessibilityStatus.Full"/> and <see cref="AccessibilityStatus.Partial"/>.</summary>
    public required IReadOnlyList<AccessibilityReport> Reports { get; init; }

    /// <summary>Where the site does not meet the norm; nothing for <see cref="AccessibilityStatus.Full"/>.</summary>
    public required IReadOnlyList<AccessibilityGap> Gaps { get; init; }
}

/// <summary>How far the site meets EN 301 549. The last status, E, is that of a site without a statement.</summary>
public enum AccessibilityStatus
{
    /// <summary>A: meets it in full.</summary>
    Full,

    /// <summary>B: meets it in part, and says what will be done when about the rest.</summary>
    Partial,

    /// <summary>C: first measures were taken.</summary>
    FirstMeasures,

    /// <summary>D: does not meet it.</summary>
    None,
}

/// <summary>An investigation.</summary>
/// <param name="By">Who did it.</param>
/// <param name="On">When.</param>
/// <param name="Address">Where one can read it.</param>
public sealed record AccessibilityReport(string By, DateOnly On, Uri Address);

/// <summary>Where the site does not meet the norm.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Effect">What it means for whom.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="SolvedBy">Until when.</param>
public sealed record AccessibilityGap(LocalText What, LocalText Effect, LocalText Measure, DateOnly SolvedBy);

/// <summary>Reads and checks it.</summary>
internal static class AccessibilityReader
{
    private const string Place = "municipality.accessibility";

    private static readonly Dictionary<string, AccessibilityStatus> Statuses = new()
    {
        ["A"] = AccessibilityStatus.Full,
        ["B"] = AccessibilityStatus.Partial,
        ["C"] = AccessibilityStatus.FirstMeasures,
        ["D"] = AccessibilityStatus.None,
    };

    public static AccessibilityStatement Read(PolicySection section) => new()
    {
        Status = section.Choice("status", Statuses),
        StatedOn = section.Day("statedOn"),
        SignedBy = section.Text("signedBy"),
        Register = section.Has("register") ? section.Website("register") : null,
        Reports = section.List("reports", PolicyReader.Each(report => new AccessibilityReport(report.Text("by"), report.Day("on"), report.Website("address")))),
        Gaps = section.List("gaps", PolicyReader.Each(gap => new AccessibilityGap(
            gap.LocalText("what"), gap.LocalText("effect"), gap.LocalText("measure"), gap.Day("solvedBy")))),
    };

    public static void Check(AccessibilityStatement statement, PolicyProblems problems)
    {
        if (problems.HasAny($"{Place}.status"))
        {
            return;
        }

        if (statement is { Status: AccessibilityStatus.Full or AccessibilityStatus.Partial, Reports: [] })
        {
            problems.Add($"{Place}.reports", "bij status A en B hoort een onderzoek. Voeg het toe, of kies status C of D.");
        }

        if (statement is { Status: AccessibilityStatus.Full, Gaps: [_, ..] })
        {
            problems.Add($"{Place}.gaps", "bij status A voldoet alles. Haal dit weg, of kies status B.");
        }
    }
}
