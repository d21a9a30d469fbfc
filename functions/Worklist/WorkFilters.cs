using Azure.Data.Tables;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Worklist;

/// <summary>What the lines that are shown have in common; null or empty where nothing is chosen.</summary>
public sealed record WorkFilters
{
    /// <summary>Whom it waits for (<see cref="WorkItem.WaitsOn"/>).</summary>
    public string? WaitsOn { get; init; }

    public string? ThemeId { get; init; }

    public string? NeighbourhoodId { get; init; }

    public string? BandId { get; init; }

    public InitiativeState? State { get; init; }

    public bool Any => this != new WorkFilters();

    /// <summary>What is chosen by which cases that ended are looked up (<see cref="KeysOf"/>): a part of town first, since that has the fewest. Null for nothing.</summary>
    internal string? Key => KeysOf(NeighbourhoodId, ThemeId, State?.ToString(), BandId).FirstOrDefault();

    /// <summary>Whether a line has all of it.</summary>
    public bool Fit(WorkItem item) => (WaitsOn is null || item.WaitsOn.Contains(WaitsOn))
        && (ThemeId is null || item.ThemeId == ThemeId)
        && (NeighbourhoodId is null || item.NeighbourhoodId == NeighbourhoodId)
        && (BandId is null || item.BandId == BandId)
        && (State is null || item.State == State);

    /// <summary>The same for storage to look at, to be added to a filter. What ended waits for nobody.</summary>
    internal string InStorage() => string.Concat(
        One(WorklistRows.ThemeColumn, ThemeId), One(WorklistRows.NeighbourhoodColumn, NeighbourhoodId), One(WorklistRows.BandColumn, BandId), One(WorklistRows.StateColumn, State?.ToString()));

    /// <summary>All by which a case that ended is looked up.</summary>
    internal static IEnumerable<string> KeysOf(string? neighbourhoodId, string? themeId, string? state, string? bandId) =>
        new (string Column, string? Value)[]
        {
            (WorklistRows.NeighbourhoodColumn, neighbourhoodId), (WorklistRows.ThemeColumn, themeId), (WorklistRows.StateColumn, state), (WorklistRows.BandColumn, bandId),
        }
            .Where(one => one.Value is not null)
            .Select(one => $"{one.Column}={one.Value}");

    private static string One(string column, string? value) => value is null ? "" : $" and {column} eq {TableClient.CreateQueryFilter($"{value}")}";
}
