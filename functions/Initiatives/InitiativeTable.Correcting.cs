using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>Errors of typing in an application that was received.</summary>
public sealed partial class InitiativeTable
{
    /// <summary>The application with its version, which is another one after each correction.</summary>
    public async Task<(Application Application, string Version)> GetVersionedApplicationAsync(string id, CancellationToken cancellation)
    {
        var row = await GetRowAsync(id, ApplicationKey, cancellation);
        return (JsonColumns.Read<Application>(row), VersionOf(row));
    }

    /// <summary>Corrects title and plan together with the event that says so.</summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="version">The version that the correction was made from.</param>
    /// <param name="title">The title as it is to be.</param>
    /// <param name="plan">The plan as it is to be.</param>
    /// <param name="happened">The event, with what was there before.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>False when somebody else corrected it since, or nobody decides on it any more.</returns>
    public async Task<bool> CorrectAsync(string id, string version, string title, string plan, InitiativeEvent happened, CancellationToken cancellation)
    {
        var application = await GetRowAsync(id, ApplicationKey, cancellation);
        var state = await GetRowAsync(id, StateKey, cancellation);
        var before = await ReadAsync(state, cancellation);
        if (VersionOf(application) != version || !before.AwaitsDecision)
        {
            return false;
        }

        var after = before with { Title = title };
        var corrected = JsonColumns.Read<Application>(application) with { Title = title, Plan = plan };
        List<TableTransactionAction> actions =
        [
            StateAction(after, state, happened.At),
            new(TableTransactionActionType.UpdateReplace, JsonColumns.RowOf(id, ApplicationKey, corrected), application.ETag),
            new(TableTransactionActionType.Add, EventRow(id, happened)),
        ];
        if (!await TrySubmitAsync(actions, cancellation))
        {
            return false;
        }

        await TellAsync(new CaseChanged(this, before, after, [happened]), cancellation);
        return true;
    }

    private static string VersionOf(TableEntity row) => Digest.Of(row.ETag.ToString(), 16);
}
