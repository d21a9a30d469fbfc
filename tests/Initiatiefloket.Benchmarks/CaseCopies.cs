using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Benchmarks;

/// <summary>
/// Cases that were granted and are over, written as rows of what lists and digests look through: lists of professionals, the change feed, the public
/// list; spread over neighbourhoods, themes and professionals. Their own rows are read by key only, so they are left out.
/// </summary>
internal static class CaseCopies
{
    private const int InATransaction = 100;
    private const string Reader = "watermark|council-digest";

    public static async Task WriteAsync(string storage, string template, int first, int count, CancellationToken stop)
    {
        var tables = new TableServiceClient(storage);
        var ids = Enumerable.Range(first, count).Select(number => $"BI-2025-{number:D6}").ToArray();
        var policy = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Built.App, "policy.json"), stop))!;
        await WriteAsync(tables, TableNames.CaseLists, ListRows(ids, IdsOf(policy, "reviewers")), stop);
        await WriteAsync(tables, TableNames.PublicInitiatives, PublicRows(ids, IdsOf(policy, "neighbourhoods"), IdsOf(policy, "themes")), stop);
        await WriteFeedAsync(tables, template, ids, [.. policy["council"]!["members"]!.AsArray().Select(member => (string)member!["id"]!)], stop);
    }

    private static IEnumerable<TableEntity> ListRows(string[] ids, string[] reviewers)
    {
        var ended = DateTimeOffset.UtcNow.AddYears(-1);
        return ids.SelectMany((id, number) => new[] { Actor.Coordinator, Actor.Reviewer(reviewers[number % reviewers.Length]) }
            .SelectMany(person => CaseListTable.RowsOfEnded(person, new PlaceAmongEnded(ended, id))));
    }

    private static IEnumerable<TableEntity> PublicRows(string[] ids, string[] neighbourhoods, string[] themes) => ids.Select((id, number) => PublicInitiatives.RowOf(
        neighbourhoods[number % neighbourhoods.Length],
        themes[number / neighbourhoods.Length % themes.Length],
        id,
        new PublicInitiative("Samen eten", new DateOnly(2025, 4, 1))));

    // As many entries for each as the case that was granted has; who reads the feed has read them.
    private static async Task WriteFeedAsync(TableServiceClient tables, string template, string[] ids, string[] members, CancellationToken stop)
    {
        var feed = tables.GetTableClient(TableNames.ChangeFeed);
        var own = new List<TableEntity>();
        await foreach (var row in feed.QueryAsync<TableEntity>($"InitiativeId eq '{template}'", cancellationToken: stop))
        {
            own.Add(row);
        }

        var head = (await feed.GetEntityAsync<TableEntity>("feed", "head", cancellationToken: stop)).Value;
        var number = head.GetInt64("Number")!.Value;
        await WriteAsync(tables, TableNames.ChangeFeed, ids.SelectMany(id => own.SelectMany(entry => Entries(id, entry, ++number))), stop);
        foreach (var key in members.Select(member => $"{Reader}-{member}").Concat(["head", Reader]))
        {
            await feed.UpsertEntityAsync(new TableEntity("feed", key) { ["Number"] = number, ["InitiativeId"] = "", ["EventKey"] = "" }, TableUpdateMode.Replace, stop);
        }
    }

    private static IEnumerable<TableEntity> Entries(string id, TableEntity entry, long number) =>
    [
        new("feed", string.Create(CultureInfo.InvariantCulture, $"entry|{number:D12}")) { ["Number"] = number, ["InitiativeId"] = id, ["EventKey"] = entry["EventKey"] },
        new("feed", $"seen|{id}|{entry["EventKey"]}") { ["Number"] = 0L, ["InitiativeId"] = "", ["EventKey"] = "" },
    ];

    private static async Task WriteAsync(TableServiceClient tables, string name, IEnumerable<TableEntity> rows, CancellationToken stop)
    {
        var table = tables.GetTableClient(name);
        foreach (var batch in rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(InATransaction)))
        {
            await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), stop);
        }
    }

    private static string[] IdsOf(JsonNode policy, string section) => [.. policy[section]!.AsArray().Select(one => (string)one!["id"]!)];
}
