using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Support;

/// <summary>Finds initiatives by the address that their applicants share.</summary>
public sealed class SharedInitiatives(ShareTable shares, InitiativeTable initiatives, SupportTable support, Policy policy)
{
    /// <summary>The initiative as a neighbour sees it, or null when nobody shared this address.</summary>
    public async Task<SharedInitiative?> FindAsync(string code, CancellationToken cancellation) =>
        await shares.FindAsync(code, cancellation) is { } id && await initiatives.FindAsync(id, cancellation) is { } initiative
            ? new SharedInitiative(
                code, initiative, await initiatives.GetApplicationAsync(id, cancellation), await CountAsync(id, cancellation))
            : null;

    /// <summary>How many support an initiative, and how many the policy asks for.</summary>
    public async Task<SupportCount> CountAsync(string initiativeId, CancellationToken cancellation) =>
        new(await support.CountAsync(initiativeId, cancellation), policy.SupportersNeeded);
}

/// <summary>What a neighbour sees of an initiative.</summary>
/// <param name="Code">The code in the shared address.</param>
/// <param name="Initiative">Title, place and subject.</param>
/// <param name="Application">The plan.</param>
/// <param name="Count">How many support it.</param>
public sealed record SharedInitiative(string Code, Initiative Initiative, Application Application, SupportCount Count);

/// <summary>Table <c>Shares</c>: which initiative a shared address is about.</summary>
public sealed class ShareTable(TableServiceClient tables, SupportKeys keys) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Shares];

    private const string Column = "InitiativeId";
    private const string ShareRow = "share";
    private const int LongestCode = 40;

    private readonly TableClient _table = tables.GetTableClient(TableNames.Shares);

    /// <summary>Opens the shared address of an initiative, on receipt. Doing so twice changes nothing.</summary>
    public async Task OpenAsync(string initiativeId, CancellationToken cancellation)
    {
        var row = new TableEntity(await keys.ShareCodeOfAsync(initiativeId, cancellation), ShareRow) { [Column] = initiativeId };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Closes the shared address of an initiative. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation) =>
        await _table.DeleteEntityAsync(await keys.ShareCodeOfAsync(initiativeId, cancellation), ShareRow, cancellationToken: cancellation);

    /// <summary>The initiative behind a shared address, or null.</summary>
    public async Task<string?> FindAsync(string code, CancellationToken cancellation)
    {
        if (code.Length > LongestCode || !code.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var found = await _table.GetEntityIfExistsAsync<TableEntity>(code.ToUpperInvariant(), ShareRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.GetString(Column) : null;
    }
}
