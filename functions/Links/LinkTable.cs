using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Links;

/// <summary>
/// Table <c>Links</c>: a row for each link that was mailed, under the SHA-256 of its token. Who reads the table cannot follow
/// a link, and looking a token up by its hash leaks nothing through timing.
/// </summary>
public sealed class LinkTable(TableServiceClient tables, KeyedHash hash, TimeProvider clock) : ICaseStore
{
    public const int TokenBytes = 16;
    private const int TokenLength = 22;
    private const string LinkRow = "link";

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly TableClient _table = tables.GetTableClient(TableNames.Links);

    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Links];

    /// <summary>A new token: 128 random bits in base64url, 22 characters.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Whether this could be a token.</summary>
    public static bool IsToken(string text) => text.Length == TokenLength && Base64Url.IsValid(text);

    /// <summary>The token with which a part of an address begins, or null when it begins with something else. It may be the whole of it.</summary>
    public static string? TokenAtStartOf(string part)
    {
        var end = part.AsSpan().IndexOfAnyExcept(TokenCharacters);
        var token = end < 0 ? part : part[..end];
        return IsToken(token) ? token : null;
    }

    /// <summary>The links that died before a moment.</summary>
    public static string DiedBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter($"ExpiresAt lt {moment}");

    /// <summary>Forgets all links to an initiative. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) =>
        _table.RemoveWhereAsync(TableClient.CreateQueryFilter($"InitiativeId eq {initiativeId}"), int.MaxValue, cancellation);

    /// <summary>Stores a new link.</summary>
    /// <returns>Its token, known only to whoever receives it.</returns>
    public async Task<string> IssueAsync(Link link, CancellationToken cancellation)
    {
        var token = NewToken();
        await StoreAsync(token, link, cancellation);
        return token;
    }

    /// <summary>
    /// Stores a new link that is opened by a code. The code itself is stored nowhere: with the app's secret it gives the token, of
    /// which the hash is stored, so that trying all codes on the stored rows is of no use.
    /// </summary>
    /// <returns>Its code (<see cref="MailCode"/>), known only to whoever receives it.</returns>
    public async Task<string> IssueCodeAsync(Link link, CancellationToken cancellation)
    {
        var code = MailCode.New();
        await StoreAsync(await TokenOfAsync(code, cancellation), link, cancellation);
        return code;
    }

    /// <summary>The path of the page that a code opens, also when its time is over: that page says so. Null when nobody was sent this code.</summary>
    public async Task<string?> FindPathAsync(string code, CancellationToken cancellation)
    {
        foreach (var secret in await hash.SecretsAsync(cancellation))
        {
            var token = TokenUnder(secret, code);
            if (await FindRowAsync(token, cancellation) is { } row)
            {
                return LinkPaths.PathOf(Enum.Parse<LinkPurpose>(row.Purpose), token);
            }
        }

        return null;
    }

    private async Task StoreAsync(string token, Link link, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = HashOf(token),
            RowKey = LinkRow,
            Purpose = link.Purpose.ToString(),
            InitiativeId = link.InitiativeId,
            Person = link.Person.ToString(),
            Round = link.Round,
            AddressKey = link.AddressKey,
            Root = link.Root,
            IssuedAt = clock.GetUtcNow(),
            ExpiresAt = link.ExpiresAt,
        };
        await _table.AddEntityAsync(row, cancellation);
    }

    /// <summary>Looks a token up. A token of another purpose is unknown: a link opens one door.</summary>
    public async Task<LinkFound> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellation)
    {
        if (token.Length != TokenLength)
        {
            return new LinkFound.Unknown();
        }

        if (await FindRowAsync(token, cancellation) is not { } row || row.Purpose != purpose.ToString())
        {
            return new LinkFound.Unknown();
        }

        var link = new Link(purpose, row.InitiativeId, Actor.Read(row.Person), row.Round, row.ExpiresAt)
        {
            IssuedAt = row.IssuedAt,
            AddressKey = row.AddressKey,
            Root = row.Root ?? "",
        };
        return clock.GetUtcNow() < link.ExpiresAt ? new LinkFound.Working(link) : new LinkFound.Expired(link);
    }

    /// <summary>The token that a new code stands for.</summary>
    public async Task<string> TokenOfAsync(string code, CancellationToken cancellation) => TokenUnder((await hash.SecretsAsync(cancellation))[0], code);

    /// <summary>Names a link in keys without giving it away.</summary>
    public static string FingerprintOf(string token) => Digest.Of(token, 16);

    private async Task<Row?> FindRowAsync(string token, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(HashOf(token), LinkRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static string TokenUnder(HashSecret secret, string code) => Base64Url.EncodeToString(secret.Of("link-code", code).AsSpan(0, TokenBytes));

    private static string HashOf(string token) => Digest.Of(token);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Purpose { get; set; } = "";

        public string InitiativeId { get; set; } = "";

        public string Person { get; set; } = "";

        public int Round { get; set; }

        public string? AddressKey { get; set; }

        public string? Root { get; set; }

        public DateTimeOffset IssuedAt { get; set; }

        public DateTimeOffset ExpiresAt { get; set; }
    }
}

/// <summary>Why a link does not open its page.</summary>
public enum DeadLinkReason
{
    /// <summary>Nobody was ever sent it, or what it was about is gone.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was mailed to an address that was replaced since, or to somebody who left.</summary>
    AddressReplaced,

    /// <summary>Its holder is not on the council on this day.</summary>
    OutOfOffice,
}
