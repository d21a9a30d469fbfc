using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>What was filled in and not confirmed yet.</summary>
public sealed partial class InitiativeTable
{
    /// <summary>The form that a draft was sent with; sending it twice finds the same initiative.</summary>
    private const string FormIdColumn = "FormId";

    /// <summary>Creates or, as long as it is a draft, overwrites an initiative with what was filled in.</summary>
    public async Task<DraftSaved> SaveDraftAsync(Draft draft, InitiativeEvent drafted, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await FindRowAsync(draft.Initiative.Id, StateKey, cancellation);
            if (found is not null && found.GetString(FormIdColumn) != draft.FormId)
            {
                return DraftSaved.ReferenceTaken;
            }

            var earlier = found is null ? null : JsonColumns.Read<Initiative>(found);
            if (earlier is { State: not InitiativeState.Draft })
            {
                return DraftSaved.AlreadySent;
            }

            var next = earlier is null ? draft : await ReplacingAsync(earlier, draft, drafted.At, cancellation);
            if (await TrySubmitAsync(DraftActions(next, drafted, found?.ETag), cancellation))
            {
                return DraftSaved.Now;
            }

            Contention.ThrowWhenHopeless(attempt, draft.Initiative.Id);
        }
    }

    // Who reads mail at the address that was filled in before has not confirmed the one that is filled in now: their link must not send this.
    private async Task<Draft> ReplacingAsync(Initiative earlier, Draft draft, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = await GetApplicantAsync(earlier.Id, cancellation);
        var since = before.Email == draft.Applicant.Email ? earlier.AddressSince : at;
        return draft with { Initiative = draft.Initiative with { AddressSince = since } };
    }

    private static List<TableTransactionAction> DraftActions(Draft draft, InitiativeEvent drafted, ETag? stored)
    {
        var id = draft.Initiative.Id;
        var state = JsonColumns.RowOf(id, StateKey, draft.Initiative);
        state[FormIdColumn] = draft.FormId;
        return
        [
            stored is { } etag
                ? new(TableTransactionActionType.UpdateReplace, state, etag)
                : new(TableTransactionActionType.Add, state),
            new(TableTransactionActionType.UpsertReplace, JsonColumns.RowOf(id, ApplicationKey, draft.Application)),
            new(TableTransactionActionType.UpsertReplace, JsonColumns.RowOf(id, ApplicantKey, draft.Applicant)),
            new(TableTransactionActionType.UpsertReplace, EventRow(id, drafted)),
        ];
    }
}
