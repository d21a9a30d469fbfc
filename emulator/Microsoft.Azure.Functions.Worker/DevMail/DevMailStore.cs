using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Microsoft.Azure.Functions.Worker.DevMail;

/// <summary>Keeps the mails in storage, so that they survive a restart: an index in table DevMail, the mails in container devmail.</summary>
internal sealed class DevMailStore(string connectionString, TimeProvider clock)
{
    private const string Partition = "mail";

    // Mails start with m and sort newest first; what was seen sorts before them.
    private const string MailPrefix = "m";
    private const string SeenPrefix = "id-";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly TableClient _index = new(connectionString, "DevMail");
    private readonly BlobContainerClient _mails = new(connectionString, "devmail");
    private int _sequence = 999_999;

    /// <summary>Adds one mail for each envelope.</summary>
    /// <returns>The id of the last one.</returns>
    public async Task<string> AddAsync(SendGridMail sent, CancellationToken cancellationToken)
    {
        await _index.CreateIfNotExistsAsync(cancellationToken);
        await _mails.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var id = "";
        foreach (var envelope in sent.Personalizations)
        {
            var now = clock.GetUtcNow();
            id = $"{MailPrefix}{DateTimeOffset.MaxValue.UtcTicks - now.UtcTicks:D19}{Interlocked.Decrement(ref _sequence):D6}{Guid.NewGuid():N}";
            await AddAsync(ReceivedMail.Of(id, now, sent, envelope), sent.Attachments, cancellationToken);
        }

        return id;
    }

    /// <summary>All mails without their bodies, newest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ListAsync(CancellationToken cancellationToken)
    {
        await _index.CreateIfNotExistsAsync(cancellationToken);
        var mails = new List<ReceivedMail>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {MailPrefix}");
        await foreach (var row in _index.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            mails.Add(JsonSerializer.Deserialize<ReceivedMail>(row.GetString("Summary"), Json)!);
        }

        return mails;
    }

    /// <summary>A whole mail; null when there is none of that id.</summary>
    public async Task<ReceivedMail?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync($"{id}.json", cancellationToken) is { } json ? json.ToObjectFromJson<ReceivedMail>(Json) : null;

    /// <summary>The bytes of an attachment; null when there is none of that number.</summary>
    public Task<BinaryData?> FindAttachmentAsync(string id, int number, CancellationToken cancellationToken) =>
        ReadAsync(FileName(id, number), cancellationToken);

    /// <summary>Empties the mailbox.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await _index.CreateIfNotExistsAsync(cancellationToken);
        await foreach (var row in _index.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            await _index.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }

        await _mails.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var blob in _mails.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            await _mails.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private async Task AddAsync(ReceivedMail mail, IReadOnlyList<SendGridMail.File> files, CancellationToken cancellationToken)
    {
        for (var number = 0; number < files.Count; number++)
        {
            await _mails.GetBlobClient(FileName(mail.Id, number)).UploadAsync(BinaryData.FromBytes(files[number].Content), cancellationToken);
        }

        await _mails.GetBlobClient($"{mail.Id}.json").UploadAsync(BinaryData.FromObjectAsJson(mail, Json), cancellationToken);
        var summary = JsonSerializer.Serialize(mail with { Text = null, Html = null }, Json);
        List<TableTransactionAction> rows = [new(TableTransactionActionType.Add, new TableEntity(Partition, mail.Id) { ["Summary"] = summary })];
        if (SeenKey(mail) is { } seen)
        {
            rows.Add(new(TableTransactionActionType.Add, new TableEntity(Partition, seen)));
        }

        try
        {
            await _index.SubmitTransactionAsync(rows, cancellationToken);
        }
        catch (RequestFailedException again) when (again.Status == 409)
        {
            // A mail with this Message-ID was delivered before; a receiving server drops the second one, and so does this.
        }
    }

    private async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _mails.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static string FileName(string id, int number) => $"{id}/{number}";

    private static string? SeenKey(ReceivedMail mail)
    {
        var messageId = mail.Headers.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;
        var mailbox = string.Join(' ', mail.To.Select(addressee => addressee.Email));
        return messageId is null ? null : SeenPrefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId} {mailbox}")));
    }
}
