using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>What was filled in and not confirmed yet.</summary>
public sealed partial class InitiativeTable
{
    /// <summary>The form that an application was sent with; sending it twice finds the same initiative.</summary>
    private const string FormIdColumn = "FormId";

    /// <summary>Creates or, as long as it is not confirmed, overwrites an initiative with what was filled in.</summary>
    public Task<UnconfirmedSaved> SaveUnconfirmedAsync(UnconfirmedApplication unconfirmed, InitiativeEvent drafted, CancellationToken cancellation) =>
        Contention.WinAsync<UnconfirmedSaved>(unconfirmed.Initiative.Id, async () =>
        {
            var found = await FindRowAsync(unconfirmed.Initiative.Id, StateKey, cancellation);
            if (found is not null && found.GetString(FormIdColumn) != unconfirmed.FormId)
            {
                return UnconfirmedSaved.ReferenceTaken;
            }

            var earlier = found is null ? null : JsonColumns.Read<Initiative>(found);
            if (earlier is { State: not InitiativeState.Draft })
            {
                return UnconfirmedSaved.AlreadySent;
            }

            var next = earlier is null ? unconfirmed : await ReplacingAsync(earlier, unconfirmed, drafted.At, cancellation);
            return await TrySubmitAsync(UnconfirmedActions(next, drafted, found?.ETag), cancellation) ? UnconfirmedSaved.Now : null;
        });

    // Who reads mail at the address that was filled in before has not confirmed the one that is filled in now: their link must not send this.
    private async Task<UnconfirmedApplication> ReplacingAsync(Initiative earlier, UnconfirmedApplication unconfirmed, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = await GetApplicantAsync(earlier.Id, cancellation);
        var since = before.Email == unconfirmed.Applicant.Email ? earlier.AddressSince : at;
        return unconfirmed with { Initiative = unconfirmed.Initiative with { AddressSince = since } };
    }

    private static List<TableTransactionAction> UnconfirmedActions(UnconfirmedApplication unconfirmed, InitiativeEvent drafted, ETag? stored)
    {
        var id = unconfirmed.Initiative.Id;
        var state = JsonColumns.RowOf(id, StateKey, unconfirmed.Initiative);
        state[FormIdColumn] = unconfirmed.FormId;
        MarkAge(state, unconfirmed.Initiative, drafted.At);
        return
        [
            stored is { } etag
                ? new(TableTransactionActionType.UpdateReplace, state, etag)
                : new(TableTransactionActionType.Add, state),
            new(TableTransactionActionType.UpsertReplace, JsonColumns.RowOf(id, ApplicationKey, unconfirmed.Application)),
            new(TableTransactionActionType.UpsertReplace, JsonColumns.RowOf(id, ApplicantKey, unconfirmed.Applicant)),
            new(TableTransactionActionType.UpsertReplace, EventRow(id, drafted)),
        ];
    }
}

/// <summary>How saving a draft went.</summary>
public enum UnconfirmedSaved
{
    /// <summary>Stored, or stored again with what was changed.</summary>
    Now,

    /// <summary>This form was confirmed already; nothing changed.</summary>
    AlreadySent,

    /// <summary>The reference belongs to another form.</summary>
    ReferenceTaken,
}

/// <summary>A filled-in form that waits for the applicant to confirm the e-mail address.</summary>
/// <param name="FormId">Id of the form as it was shown; the same form sent twice is one application.</param>
/// <param name="Initiative">State row.</param>
/// <param name="Application">What was written.</param>
/// <param name="Applicant">By whom.</param>
public sealed record UnconfirmedApplication(string FormId, Initiative Initiative, Application Application, Applicant Applicant);
