using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>How the applicant can be reached, and changes of that; each with an event that says so without the data itself.</summary>
public sealed partial class InitiativeTable
{
    private const string ContactChangesKey = "contact-changes";

    /// <summary>Who applied, with the changes since receipt.</summary>
    public async Task<ApplicantContact> GetContactAsync(string id, CancellationToken cancellation) =>
        ContactOf(await GetRowAsync(id, ApplicantKey, cancellation), await FindRowAsync(id, ContactChangesKey, cancellation));

    /// <summary>The changes since receipt.</summary>
    public async Task<ContactChanges> GetContactChangesAsync(string id, CancellationToken cancellation) =>
        await FindRowAsync(id, ContactChangesKey, cancellation) is { } row ? JsonColumns.Read<ContactChanges>(row) : ContactChanges.None;

    /// <summary>Changes who applied, or what is asked about it.</summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="change">What it comes to; null when it may not happen. Called once for each attempt.</param>
    /// <returns>What is stored then; null when it did not happen.</returns>
    public async Task<ApplicantContact?> ChangeContactAsync(string id, Func<ApplicantContact, ContactStep?> change, CancellationToken cancellation)
    {
        var outcome = await Contention.WinAsync<Attempt>(id, async () =>
        {
            var applicant = await GetRowAsync(id, ApplicantKey, cancellation);
            var changes = await FindRowAsync(id, ContactChangesKey, cancellation);
            var before = ContactOf(applicant, changes);
            if (change(before) is not { } step)
            {
                return new Attempt(null, IsAnother: false, []);
            }

            List<TableTransactionAction> actions = [ContactChangesAction(id, step.After.Changes, changes)];
            actions.AddRange(step.Happened.Select(happened => new TableTransactionAction(TableTransactionActionType.Add, EventRow(id, happened))));
            if (step.After.Applicant != before.Applicant)
            {
                actions.Add(new(TableTransactionActionType.UpdateReplace, JsonColumns.RowOf(id, ApplicantKey, step.After.Applicant), applicant.ETag));
            }

            if (step.LinksDieAt is { } since)
            {
                var state = await GetRowAsync(id, StateKey, cancellation);
                actions.Add(StateAction(JsonColumns.Read<Initiative>(state) with { AddressSince = since }, state, since));
            }

            return await TrySubmitAsync(actions, cancellation) ? new Attempt(step.After, step.After.Applicant != before.Applicant, step.Happened) : null;
        });
        if (outcome.IsAnother)
        {
            await TellAsync(new CaseChanged(this, Before: null, await GetAsync(id, cancellation), outcome.Happened), cancellation);
        }

        return outcome.After;
    }

    private static ApplicantContact ContactOf(TableEntity applicant, TableEntity? changes)
    {
        var known = changes is null ? ContactChanges.None : JsonColumns.Read<ContactChanges>(changes);
        return new ApplicantContact(JsonColumns.Read<Applicant>(applicant), known, Digest.Of($"{applicant.ETag}|{changes?.ETag}", 16));
    }

    private static TableTransactionAction ContactChangesAction(string id, ContactChanges changes, TableEntity? stored)
    {
        var row = JsonColumns.RowOf(id, ContactChangesKey, changes);
        return stored is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, stored.ETag);
    }

    // What came of a try that was not in vain.
    private sealed record Attempt(ApplicantContact? After, bool IsAnother, IReadOnlyList<InitiativeEvent> Happened);
}

/// <summary>A change of how the applicant can be reached, to be stored.</summary>
/// <param name="After">What holds after it.</param>
/// <param name="Happened">The events that tell of it.</param>
public sealed record ContactStep(ApplicantContact After, params IReadOnlyList<InitiativeEvent> Happened)
{
    /// <summary>The moment before which links to the applicant's pages die; null when they stay.</summary>
    public DateTimeOffset? LinksDieAt { get; init; }
}
