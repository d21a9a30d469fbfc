using Azure.Data.Tables;
using Initiatiefloket.Assignment;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Worklist;

/// <summary>
/// The rows of table <c>Worklist</c>. All stand in one partition, so that a case moves from what runs to what ended in one transaction. One that runs has a row
/// <c>open-</c> with its reference. One that ended has <c>ended-</c> with its place, newest first; the same line as <c>by-</c> for each filter, with that place;
/// <c>word-</c> with each of its words and that place; and <c>case-</c> with its reference, which tells what the others are called. The row <c>filled</c> tells how far
/// cases from before the list came onto it, a row <c>welcome-</c> that a coordinator was told of it, a row <c>low-pot-</c> what a coordinator was told of the pot of a year.
/// </summary>
internal static class WorklistRows
{
    public const string Partition = "cases";
    public const string OpenPrefix = "open-";
    public const string EndedPrefix = "ended-";
    public const string CasePrefix = "case-";
    public const string FilterPrefix = "by-";
    public const string WordPrefix = "word-";
    public const string FilledKey = "filled";
    public const string WelcomePrefix = "welcome-";
    public const string LowPotPrefix = "low-pot-";
    public const string ThemeColumn = "Theme";
    public const string NeighbourhoodColumn = "Neighbourhood";
    public const string BandColumn = "Band";
    public const string StateColumn = "State";
    private const string ApplicantColumn = "Applicant";
    private const string MailFailedColumn = "MailFailed";
    private const string EndedAsColumn = "EndedAs";
    private const string WordsColumn = "Words";

    // Stands after each letter and digit, and ends a word or a filter.
    private const char EndOfWord = '|';

    private static readonly string[] FilterColumns = [ThemeColumn, NeighbourhoodColumn, BandColumn, StateColumn];

    /// <summary>The row of a case that runs.</summary>
    public static TableEntity Open(WorkItem item) => With(OpenPart(item), item);

    /// <summary>The same without what changes apart from the rest: merged into a row that stands there, it leaves that.</summary>
    public static TableEntity OpenPart(WorkItem item) => Filtered(JsonColumns.RowOf(Partition, OpenPrefix + item.Id, item), item);

    /// <summary>Sets in a row whether mail does not arrive.</summary>
    public static void SetMailFailed(TableEntity row, bool isMailFailed) => row[MailFailedColumn] = isMailFailed;

    /// <summary>All rows of a case that ended.</summary>
    public static IReadOnlyList<TableEntity> Ended(WorkItem item)
    {
        var place = PlaceOf(item);
        var words = SearchWords.Of(item);
        var text = string.Join(' ', words);
        return
        [
            Pointer(item, place, text),
            .. WorkFilters.KeysOf(item.NeighbourhoodId, item.ThemeId, item.State.ToString(), item.BandId).Select(filter => FilterKeyOf(filter, place))
                .Prepend(EndedPrefix + place)
                .Select(key => With(Filtered(JsonColumns.RowOf(Partition, key, item), item), item)),
            .. words.Select(word => Filtered(new TableEntity(Partition, KeyOf(word, place)) { [WordsColumn] = text }, item)),
        ];
    }

    /// <summary>Keys of a row that has a reference for a key, and of those that it tells of.</summary>
    public static IEnumerable<string> KeysWith(TableEntity row) => row.GetString(EndedAsColumn) is { } place
        ? [row.RowKey, EndedPrefix + place, .. FiltersIn(row).Select(filter => FilterKeyOf(filter, place)), .. WordsIn(row).Select(word => KeyOf(word, place))]
        : [row.RowKey];

    /// <summary>Whether two rows with the same key hold the same.</summary>
    public static bool HoldSame(TableEntity one, TableEntity other) => JsonColumns.HoldSame(one, other)
        && one.GetString(ApplicantColumn) == other.GetString(ApplicantColumn)
        && one.GetBoolean(MailFailedColumn) == other.GetBoolean(MailFailedColumn)
        && FilterColumns.All(column => one.GetString(column) == other.GetString(column));

    /// <summary>The line in a row <c>open-</c>, <c>ended-</c> or <c>by-</c>.</summary>
    public static WorkItem Read(TableEntity row) => JsonColumns.Read<WorkItem>(row) with
    {
        Applicant = row.GetString(ApplicantColumn) ?? "",
        IsMailFailed = row.GetBoolean(MailFailedColumn) == true,
        EndedAt = row.RowKey.StartsWith(OpenPrefix, StringComparison.Ordinal) ? null : PlaceAmongEnded.Read(PlaceIn(row))!.EndedAt,
    };

    /// <summary>The words in a row.</summary>
    public static IReadOnlyList<string> WordsIn(TableEntity row) => row.GetString(WordsColumn)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The place among what ended that a row <c>ended-</c>, <c>by-</c> or <c>word-</c> names.</summary>
    public static string PlaceIn(TableEntity row) => row.RowKey.StartsWith(EndedPrefix, StringComparison.Ordinal)
        ? row.RowKey[EndedPrefix.Length..]
        : row.RowKey[(row.RowKey.IndexOf(EndOfWord, StringComparison.Ordinal) + 1)..];

    /// <summary>From which key up to which what ended stands, newest first: all of it, or what has a filter (<see cref="WorkFilters.KeysOf"/>).</summary>
    public static (string From, string Until) EndedFrom(string? filter)
    {
        var from = filter is null ? EndedPrefix : FilterKeyOf(filter, place: "");
        return (from, from + '~');
    }

    /// <summary>From which key up to which the words stand that begin with something.</summary>
    public static (string From, string Until) WordsFrom(string begin) => (WordPrefix + begin, WordPrefix + begin + '~');

    /// <summary>The place of a case among what ended.</summary>
    public static string PlaceOf(WorkItem item) => new PlaceAmongEnded(item.EndedAt!.Value, item.Id).Key;

    private static string FilterKeyOf(string filter, string place) => $"{FilterPrefix}{filter}{EndOfWord}{place}";

    private static string KeyOf(string word, string place) => $"{WordPrefix}{word}{EndOfWord}{place}";

    // With the line itself, so that one look tells whether it is as it was.
    private static TableEntity Pointer(WorkItem item, string place, string words)
    {
        var row = With(Filtered(JsonColumns.RowOf(Partition, CasePrefix + item.Id, item), item), item);
        (row[EndedAsColumn], row[WordsColumn]) = (place, words);
        return row;
    }

    private static IEnumerable<string> FiltersIn(TableEntity row) =>
        WorkFilters.KeysOf(row.GetString(NeighbourhoodColumn), row.GetString(ThemeColumn), row.GetString(StateColumn), row.GetString(BandColumn));

    private static TableEntity With(TableEntity row, WorkItem item)
    {
        row[ApplicantColumn] = item.Applicant;
        SetMailFailed(row, item.IsMailFailed);
        return row;
    }

    private static TableEntity Filtered(TableEntity row, WorkItem item)
    {
        row[ThemeColumn] = item.ThemeId;
        row[NeighbourhoodColumn] = item.NeighbourhoodId;
        row[BandColumn] = item.BandId;
        row[StateColumn] = item.State.ToString();
        return row;
    }
}
