using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Links;

/// <summary>
/// Table <c>LinkIndex</c>: who takes part in which initiative, for people who lost their links. A partition is a person: an applicant under the
/// keyed hash of the e-mail address, a professional under the id in the policy. It is a hint only: whoever uses it looks up whether the
/// initiative still has that applicant at that address.
/// </summary>
public sealed class LinkIndex(TableServiceClient tables, KeyedHash hash, InitiativeTable initiatives) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.LinkIndex];

    private const char Separator = '|';

    private readonly TableClient _table = tables.GetTableClient(TableNames.LinkIndex);

    /// <summary>The key of a mailbox (<see cref="Mailbox"/>): the same for each way of writing its address, and of no use to whoever does not know the address.</summary>
    public async Task<string> KeyOfAsync(string email, CancellationToken cancellation) => (await KeysOfAsync(email, cancellation))[0];

    /// <summary>The keys under which a mailbox may be stored: the one of now, and after it those under former secrets of <see cref="KeyedHash"/>.</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(string email, CancellationToken cancellation) =>
        [.. (await hash.SecretsAsync(cancellation)).Select(secret => KeyUnder(secret, email))];

    /// <summary>The key of a mailbox under one secret.</summary>
    public static string KeyUnder(HashSecret secret, string email) => Convert.ToHexStringLower(secret.Of("e-mail", Mailbox.Of(email)));

    /// <summary>
    /// Notes that somebody is being sent a link. For applicants that is each mail about their case, the first one after a change of address too.
    /// Doing so twice changes nothing.
    /// </summary>
    public async Task RememberAsync(Actor person, LinkPurpose purpose, string initiativeId, CancellationToken cancellation)
    {
        if (person.IsProfessional)
        {
            await AddAsync(person.ToString(), initiativeId, purpose, cancellation);
        }
        else if (person == Actor.Applicant)
        {
            var applicant = await initiatives.GetApplicantAsync(initiativeId, cancellation);
            await AddAsync(await KeyOfAsync(applicant.Email, cancellation), initiativeId, LinkPurpose.Status, cancellation);
        }
    }

    /// <summary>The links that an applicant with this e-mail address may have been sent.</summary>
    /// <param name="emailKeys">From <see cref="KeysOfAsync"/>.</param>
    public async Task<IReadOnlyList<SentLink>> FindApplicantsAsync(IReadOnlyCollection<string> emailKeys, CancellationToken cancellation)
    {
        var held = new List<SentLink>();
        foreach (var key in emailKeys)
        {
            held.AddRange(await FindAsync(key, Actor.Applicant, cancellation));
        }

        return [.. held.Distinct()];
    }

    /// <summary>The links that a professional, a council member or the coordinator was sent.</summary>
    public Task<IReadOnlyList<SentLink>> FindProfessionalsAsync(Actor person, CancellationToken cancellation) =>
        FindAsync(person.ToString(), person, cancellation);

    /// <summary>Forgets what a professional does not need any more, so that looking up stays quick over the years.</summary>
    public Task ForgetProfessionalAsync(SentLink held, CancellationToken cancellation) => RemoveAsync(held.Person.ToString(), held, cancellation);

    /// <summary>Forgets who takes part in an initiative, whoever it is. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => _table.RemoveWhereAsync(
        TableClient.CreateQueryFilter($"RowKey ge {initiativeId + Separator} and RowKey lt {initiativeId + (char)(Separator + 1)}"), int.MaxValue, cancellation);

    private Task<Response> AddAsync(string partition, string initiativeId, LinkPurpose purpose, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(partition, RowKeyOf(initiativeId, purpose)), TableUpdateMode.Replace, cancellation);

    private Task<Response> RemoveAsync(string partition, SentLink held, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(partition, RowKeyOf(held.InitiativeId, held.Purpose), ETag.All, cancellation);

    private async Task<IReadOnlyList<SentLink>> FindAsync(string partition, Actor person, CancellationToken cancellation)
    {
        var held = new List<SentLink>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var parts = row.RowKey.Split(Separator);
            held.Add(new SentLink(parts[0], person, Enum.Parse<LinkPurpose>(parts[1])));
        }

        return held;
    }

    private static string RowKeyOf(string initiativeId, LinkPurpose purpose) => $"{initiativeId}{Separator}{purpose}";
}
