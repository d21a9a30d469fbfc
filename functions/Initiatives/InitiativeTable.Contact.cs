using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>How the applicant can be reached, and changes of that; each with an event that says so without the data itself.</summary>
public sealed partial class InitiativeTable
{
    private const string EmailChangeKey = "email-change";

    /// <summary>Who applied, to be changed.</summary>
    public async Task<Contact> GetContactAsync(string id, CancellationToken cancellation)
    {
        var row = await GetRowAsync(id, ApplicantKey, cancellation);
        return new Contact(JsonColumns.Read<Applicant>(row), row.ETag.ToString());
    }

    /// <summary>Changes who applied, unless somebody else did since it was read; false then.</summary>
    public Task<bool> ChangeContactAsync(string id, Contact seen, Applicant changed, DateTimeOffset at, CancellationToken cancellation)
    {
        // Named by the version that it replaces, which is there once.
        var version = Digest.Of(seen.Version, 16);
        var happened = new InitiativeEvent($"contact-changed-{version}", InitiativeEventKind.ContactChanged, at, Actor.Applicant);
        return TrySubmitAsync(
            [
                new(TableTransactionActionType.UpdateReplace, JsonColumns.RowOf(id, ApplicantKey, changed), new ETag(seen.Version)),
                new(TableTransactionActionType.Add, EventRow(id, happened)),
            ],
            cancellation);
    }

    /// <summary>The newest e-mail address that was asked for, confirmed or not; null when there never was one.</summary>
    public async Task<EmailChange?> FindEmailChangeAsync(string id, CancellationToken cancellation) =>
        await FindRowAsync(id, EmailChangeKey, cancellation) is { } row ? JsonColumns.Read<EmailChange>(row) : null;

    /// <summary>Notes a new e-mail address that is still to be confirmed; it ends an earlier one. Asking twice for the same is one change.</summary>
    public Task<EmailChange> AskEmailChangeAsync(string id, string email, DateTimeOffset at, CancellationToken cancellation) =>
        Contention.WinAsync(id, async () =>
        {
            var row = await FindRowAsync(id, EmailChangeKey, cancellation);
            var last = row is null ? null : JsonColumns.Read<EmailChange>(row);
            if (last?.Email == email)
            {
                return last;
            }

            var asked = new EmailChange((last?.Number ?? 0) + 1, email);
            var happened = new InitiativeEvent($"email-asked-{asked.Number}", InitiativeEventKind.EmailChangeAsked, at, Actor.Applicant);
            return await TrySubmitAsync([EmailChangeAction(id, asked, row), new(TableTransactionActionType.Add, EventRow(id, happened))], cancellation)
                ? asked
                : null;
        });

    /// <summary>Lets a new e-mail address count, and the links that were mailed to the one before no longer.</summary>
    /// <returns>False when it was confirmed before, or another one was asked for since.</returns>
    public Task<bool> ConfirmEmailChangeAsync(string id, int number, DateTimeOffset at, CancellationToken cancellation) =>
        Contention.WinAsync<bool>(id, async () =>
        {
            var row = await GetRowAsync(id, EmailChangeKey, cancellation);
            if (JsonColumns.Read<EmailChange>(row) is not { Email: { } email } asked || asked.Number != number)
            {
                return false;
            }

            var contact = await GetContactAsync(id, cancellation);
            var state = await GetRowAsync(id, StateKey, cancellation);
            var happened = new InitiativeEvent($"email-changed-{number}", InitiativeEventKind.EmailChanged, at, Actor.Applicant);
            List<TableTransactionAction> actions =
            [
                new(
                    TableTransactionActionType.UpdateReplace,
                    JsonColumns.RowOf(id, ApplicantKey, contact.Applicant with { Email = email }),
                    new ETag(contact.Version)),
                EmailChangeAction(id, asked with { Email = null }, row),
                StateAction(JsonColumns.Read<Initiative>(state) with { AddressSince = at }, state, at),
                new(TableTransactionActionType.Add, EventRow(id, happened)),
            ];
            return await TrySubmitAsync(actions, cancellation) ? true : null;
        });

    private static TableTransactionAction EmailChangeAction(string id, EmailChange change, TableEntity? stored)
    {
        var row = JsonColumns.RowOf(id, EmailChangeKey, change);
        return stored is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, stored.ETag);
    }
}

/// <summary>A new e-mail address that the applicant asked for. It counts once the link that was mailed to it is followed and confirmed.</summary>
/// <param name="Number">Counted from 1; the link in the mail belongs to one number.</param>
/// <param name="Email">The new address; null when it was confirmed.</param>
public sealed record EmailChange(int Number, string? Email)
{
    /// <summary>How often an applicant may ask for another address; after that somebody should talk to them.</summary>
    public const int Most = 10;
}

/// <summary>Who applied, as it stands in its row.</summary>
/// <param name="Applicant">Name, address and so on.</param>
/// <param name="Version">Changes with each change.</param>
public sealed record Contact(Applicant Applicant, string Version);
