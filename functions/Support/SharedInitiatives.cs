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
                code, initiative, await initiatives.GetApplicationAsync(id, cancellation), await CountAsync(initiative, cancellation))
            : null;

    /// <summary>How many support an initiative, and how many the policy asks for.</summary>
    public async Task<SupportCount> CountAsync(Initiative initiative, CancellationToken cancellation) =>
        new(await support.CountAsync(initiative.Id, cancellation), policy.For(initiative).SupportersNeeded);
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

    /// <summary>
    /// The code in the shared address of an initiative: the one that it was opened with, so that a poster and the page say the same. Where the secret of that one is
    /// gone it is another, which is opened now; the former one stays open.
    /// </summary>
    public async Task<string> CodeOfAsync(string initiativeId, CancellationToken cancellation)
    {
        var codes = await keys.ShareCodesOfAsync(initiativeId, cancellation);
        if (!await keys.MayHaveChangedAsync(cancellation))
        {
            // Looked up by nobody: it was opened with this one, or will be on receipt.
            return codes[0];
        }

        foreach (var code in codes)
        {
            if (await FindAsync(code, cancellation) == initiativeId)
            {
                return code;
            }
        }

        await OpenAsync(initiativeId, cancellation);
        return codes[0];
    }

    /// <summary>Closes the shared address of an initiative, under each code that it had. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        foreach (var code in await keys.ShareCodesOfAsync(initiativeId, cancellation))
        {
            await _table.DeleteEntityAsync(code, ShareRow, cancellationToken: cancellation);
        }
    }

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
