using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Mail;

/// <summary>
/// Table <c>Undelivered</c>: addresses at which mail does not arrive, a row for each person, address and kind of mail, for the coordinator to see. It holds no
/// address.
/// </summary>
public sealed class Undelivered(TableServiceClient tables) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Undelivered];

    private const string Partition = "undelivered";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Undelivered);

    /// <summary>Notes a mail that did not arrive. Another one like it keeps the day of the first.</summary>
    public async Task NoteAsync(UndeliveredMail mail, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = Partition,
            RowKey = mail.Name,
            Person = mail.Person.ToString(),
            Kind = mail.Kind.ToString(),
            AddressKey = mail.AddressKey,
            Since = mail.Since,
            InitiativeId = mail.InitiativeId,
        };

        // It may be noted already.
        await _table.TryWriteAsync(row, over: null, cancellation);
    }

    /// <summary>What was noted before a moment.</summary>
    public static string NotedBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter($"Since lt {moment}");

    /// <summary>Forgets what was about a case. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => _table.RemoveWhereAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and InitiativeId eq {initiativeId}"), int.MaxValue, cancellation);

    /// <summary>All of them, oldest first.</summary>
    public async Task<IReadOnlyList<UndeliveredMail>> ListAsync(CancellationToken cancellation)
    {
        var mails = new List<UndeliveredMail>();
        await foreach (var row in _table.QueryAsync<Row>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
        {
            mails.Add(new UndeliveredMail(Actor.Read(row.Person), Enum.Parse<MailKind>(row.Kind), row.AddressKey, row.Since) { InitiativeId = row.InitiativeId });
        }

        return [.. mails.OrderBy(mail => mail.Since).ThenBy(mail => mail.Name, StringComparer.Ordinal)];
    }

    /// <summary>Takes one off the list. Doing so twice changes nothing.</summary>
    public Task ForgetAsync(UndeliveredMail mail, CancellationToken cancellation) => _table.DeleteEntityAsync(Partition, mail.Name, ETag.All, cancellation);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Person { get; set; } = "";

        public string Kind { get; set; } = "";

        public string AddressKey { get; set; } = "";

        public DateTimeOffset Since { get; set; }

        public string? InitiativeId { get; set; }
    }
}

/// <summary>A mail that did not arrive.</summary>
/// <param name="Person">Whom it was for.</param>
/// <param name="Kind">What it was about.</param>
/// <param name="AddressKey">Tells the address from another one.</param>
/// <param name="Since">When the first such mail did not arrive.</param>
public sealed record UndeliveredMail(Actor Person, MailKind Kind, string AddressKey, DateTimeOffset Since)
{
    /// <summary>The case that it was about; null when it was about none.</summary>
    public string? InitiativeId { get; init; }

    /// <summary>Names it among the others.</summary>
    public string Name => Digest.Of($"{Person}|{Kind}|{AddressKey}|{(Person.IsProfessional ? null : InitiativeId)}", 32);

    /// <summary>A mail to this address.</summary>
    public static UndeliveredMail Of(Actor person, MailKind kind, Recipient to, DateTimeOffset since) => new(person, kind, KeyOf(to), since);

    /// <summary>Whether it was sent to the address at which somebody reads mail now.</summary>
    public bool WentTo(Recipient to) => AddressKey == KeyOf(to);

    private static string KeyOf(Recipient to) => Digest.Of($"undelivered/{Mailbox.Of(to.Email)}", 16);
}

/// <summary>The mails to the coordinator about mail that did not arrive.</summary>
public static class UndeliveredMails
{
    /// <summary>About a mail of a case. One with the decision the coordinator sends by post then.</summary>
    public static MailMessage OfCase(Initiative initiative, MailKind kind, Recipient to, Uri link) => new(
        $"Mail niet bezorgd: {initiative.InSubject}",
        new MailBlock.Paragraph(kind == MailKind.Decision
            ? $"De mail met het besluit over {initiative.InSubject} kon niet worden bezorgd. Neem op een andere manier contact op: stuur de brief per post, en vul op "
                + "de pagina van de zaak de dag in. Daar leest u ook of het besluit al is bekendgemaakt (Awb 3:41)."
            : $"Een mail over {initiative.InSubject} kon niet worden bezorgd. Neem op een andere manier contact op."),
        FactsOf(kind, to),
        new MailBlock.Button("Open de zaak", link));

    /// <summary>About a mail that is about no case in particular.</summary>
    public static MailMessage OfNoCase(MailKind kind, Recipient to) => new(
        "Mail niet bezorgd",
        new MailBlock.Paragraph("Een mail van het loket kon niet worden bezorgd. Vraag naar het juiste adres, en laat het verbeteren."),
        FactsOf(kind, to),
        new MailBlock.Paragraph("U krijgt deze mail één keer. Zolang het adres niet werkt, staat het bij \"Al uw zaken\"."));

    private static MailBlock.Facts FactsOf(MailKind kind, Recipient to) => new(
        new Fact("Voor", to.IsConfirmed ? to.Name : "initiatiefnemer"),
        new Fact("E-mailadres", to.Email.Length == 0 ? "geen: bel of schrijf" : to.Email),
        new Fact("Soort mail", kind.InDutch));
}
