using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Table <c>PublicInitiatives</c>: granted initiatives by neighbourhood (partition) and theme (first part of the row's key), for who has a like
/// idea.
/// </summary>
public sealed class PublicInitiatives(TableServiceClient tables)
{
    private const int MostShown = 3;
    private readonly TableClient _table = tables.GetTableClient(TableNames.PublicInitiatives);

    /// <summary>Makes a grant public. May be repeated: its reference is in the key.</summary>
    public Task PublishAsync(Initiative initiative, DateOnly grantedOn, CancellationToken cancellation) => _table.UpsertEntityAsync(
        JsonColumns.RowOf(
            initiative.NeighbourhoodId, $"{initiative.ThemeId}|{initiative.Id}", new PublicInitiative(initiative.Title, grantedOn)),
        TableUpdateMode.Replace,
        cancellation);

    /// <summary>The latest initiatives in the same neighbourhood about the same theme, at most three.</summary>
    public async Task<IReadOnlyList<PublicInitiative>> FindSimilarAsync(string neighbourhoodId, string themeId, CancellationToken cancellation)
    {
        if (neighbourhoodId.Length == 0 || themeId.Length == 0)
        {
            return [];
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {neighbourhoodId} and RowKey gt {themeId + "|"} and RowKey lt {themeId + "}"}");
        var found = new List<PublicInitiative>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            found.Add(JsonColumns.Read<PublicInitiative>(row));
        }

        return [.. found.OrderByDescending(one => one.GrantedOn).ThenBy(one => one.Title, StringComparer.Ordinal).Take(MostShown)];
    }
}
