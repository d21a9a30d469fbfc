using System.Globalization;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Table <c>PublicInitiatives</c>: granted and released initiatives by neighbourhood (partition), theme and day of the grant (first parts of the row's key), for
/// who has a like idea. The day counts backwards, so that the newest stand in front and who reads them reads no others.
/// </summary>
public sealed class PublicInitiatives(TableServiceClient tables)
{
    private const int MostShown = 3;
    private readonly TableClient _table = tables.GetTableClient(TableNames.PublicInitiatives);

    /// <summary>Makes a grant public. May be repeated: the decision stands in its letter, and the key is made of that.</summary>
    public Task PublishAsync(Initiative initiative, CancellationToken cancellation) => _table.UpsertEntityAsync(
        RowOf(initiative.NeighbourhoodId, initiative.ThemeId, initiative.Id, Of(initiative)), TableUpdateMode.Replace, cancellation);

    /// <summary>Takes a grant out of the list; one that is not in it, or was not granted, changes nothing.</summary>
    public async Task RemoveAsync(Initiative initiative, CancellationToken cancellation)
    {
        if (initiative.State == InitiativeState.Granted)
        {
            var row = RowOf(initiative.NeighbourhoodId, initiative.ThemeId, initiative.Id, Of(initiative));
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        }
    }

    /// <summary>The latest initiatives in the same neighbourhood about the same theme, at most three.</summary>
    public async Task<IReadOnlyList<PublicInitiative>> FindSimilarAsync(string neighbourhoodId, string themeId, CancellationToken cancellation)
    {
        if (neighbourhoodId.Length == 0 || themeId.Length == 0)
        {
            return [];
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {neighbourhoodId} and RowKey gt {themeId + "|"} and RowKey lt {themeId + "}"}");
        return await _table.QueryAsync<TableEntity>(filter, MostShown, cancellationToken: cancellation)
            .Take(MostShown)
            .Select(JsonColumns.Read<PublicInitiative>)
            .ToListAsync(cancellation);
    }

    /// <summary>The latest initiatives in a neighbourhood, whatever their theme, newest first.</summary>
    /// <param name="neighbourhoodId">Which neighbourhood.</param>
    /// <param name="themeIds">The themes that there are: rows stand in the order of theme, so each is looked up by itself.</param>
    public async Task<IReadOnlyList<PublicInitiative>> FindLatestAsync(string neighbourhoodId, IEnumerable<string> themeIds, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(themeIds.Select(theme => FindSimilarAsync(neighbourhoodId, theme, cancellation)));
        return [.. found.SelectMany(theme => theme).OrderByDescending(initiative => initiative.GrantedOn).Take(MostShown)];
    }

    /// <summary>The row of a granted initiative.</summary>
    public static TableEntity RowOf(string neighbourhoodId, string themeId, string initiativeId, PublicInitiative initiative)
    {
        var daysLeft = DateOnly.MaxValue.DayNumber - initiative.GrantedOn.DayNumber;
        return JsonColumns.RowOf(
            neighbourhoodId, string.Create(CultureInfo.InvariantCulture, $"{themeId}|{daysLeft:D7}|{initiativeId}"), initiative);
    }

    private static PublicInitiative Of(Initiative initiative) => new(initiative.Title, initiative.Letters.First(letter => letter.Kind.Grants).DecidedOn);
}

/// <summary>What everybody may know of an initiative that was granted.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="GrantedOn">Day of the decision.</param>
public sealed record PublicInitiative(string Title, DateOnly GrantedOn);
