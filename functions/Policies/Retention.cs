using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>How long what is stored stays (AVG 5, first paragraph, under e).</summary>
public sealed record Retention
{
    /// <summary>Tables of which rows go after a term of their own.</summary>
    public static IReadOnlyList<string> TablesWithATerm { get; } =
    [
        "Initiatives",
        "Drafts",
        "Links",
        "ConfirmCodes",
        "MailLog",
        "Undelivered",
        "Pot",
        "Signals",
        "ChangeFeed",
        "CouncilMembers",
        "Support",
        "Absences",
        "Limits",
    ];

    /// <summary>Tables of which rows go together with their case, or before it.</summary>
    public static IReadOnlyList<string> TablesOfCases { get; } =
    [
        "PublicInitiatives",
        "Forms",
        "LinkIndex",
        "Shares",
        "AnswerDrafts",
        "CaseTalk",
        "ReviewDrafts",
        "Documents",
        "UnfinishedDocuments",
        "CaseLists",
        "Worklist",
        "Deadlines",
        "CouncilQuestions",
    ];

    /// <summary>Containers of which blobs go together with their case.</summary>
    public static IReadOnlyList<string> ContainersOfCases { get; } = ["letters", "documents"];

    /// <summary>Containers that stay as long as the app does.</summary>
    public static IReadOnlyList<string> ContainersOfTheApp { get; } = ["secrets", "data-protection"];

    /// <summary>For an application that nobody confirmed, since it was sent last.</summary>
    public required Term Unconfirmed { get; init; }

    /// <summary>For the history of a workflow, since it ended.</summary>
    public required Term Workflows { get; init; }

    /// <summary>The term of each of <see cref="TablesWithATerm"/>.</summary>
    public required IReadOnlyDictionary<string, Term> Tables { get; init; }
}

/// <summary>Reads the part <c>retention</c>, which names every table and container, also those about which nothing can be chosen.</summary>
internal static class RetentionReader
{
    private static readonly Dictionary<string, bool> AsItsCase = new() { ["zolang de zaak"] = true };
    private static readonly Dictionary<string, bool> AsTheApp = new() { ["zolang de app"] = true };

    public static Retention Read(PolicySection section)
    {
        // Read for what is wrong in it: there is nothing to remember.
        PolicyReader.Whole(section.Section("containers"), CheckContainers);
        return new Retention
        {
            Unconfirmed = section.Term("unconfirmed"),
            Workflows = section.Term("workflows"),
            Tables = PolicyReader.Whole(section.Section("tables"), ReadTables),
        };
    }

    private static Dictionary<string, Term> ReadTables(PolicySection section)
    {
        Choose(section, Retention.TablesOfCases, AsItsCase);
        return Retention.TablesWithATerm.ToDictionary(table => table, section.Term);
    }

    private static PolicySection CheckContainers(PolicySection section)
    {
        Choose(section, Retention.ContainersOfCases, AsItsCase);
        Choose(section, Retention.ContainersOfTheApp, AsTheApp);
        return section;
    }

    private static void Choose(PolicySection section, IReadOnlyList<string> names, IReadOnlyDictionary<string, bool> only)
    {
        foreach (var name in names)
        {
            section.Choice(name, only);
        }
    }
}
