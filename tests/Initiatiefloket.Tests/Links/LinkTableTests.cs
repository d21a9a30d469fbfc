using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Links;

[Collection(nameof(OnStorage))]
public sealed class LinkTableTests
{
    private static readonly Link Given = new(LinkPurpose.Review, Cases.Id, Actor.Reviewer("welzijn"), 2, Cases.ReceivedAt.AddDays(60))
    {
        IssuedAt = Cases.ReceivedAt,
        AddressKey = "key-of-the-address",
    };

    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly AppStorage _storage;
    private readonly TableClient _rows;
    private readonly LinkTable _links;

    public LinkTableTests(AppStorage storage)
    {
        _storage = storage;
        _rows = storage.Tables.GetTableClient(TableNames.Links);
        _links = new LinkTable(storage.Tables, storage.Hash, _clock);
    }

    [Fact]
    public async Task Find_IssuedToken_GivesTheLinkBack()
    {
        var token = await _links.IssueAsync(Given, CancellationToken.None);

        Assert.Equal(new LinkFound.Working(Given), await FindAsync(token));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);
        Assert.NotEqual(token, await _links.IssueAsync(Given, CancellationToken.None));
    }

    [Theory]
    [InlineData("AbCdEfGhIjKlMnOpQr-_0A", "AbCdEfGhIjKlMnOpQr-_0A")]
    [InlineData("AbCdEfGhIjKlMnOpQr-_0A.", "AbCdEfGhIjKlMnOpQr-_0A")]
    [InlineData("AbCdEfGhIjKlMnOpQr-_0A=0A", "AbCdEfGhIjKlMnOpQr-_0A")]
    [InlineData("AbCdEfGhIjKlMnOpQr-_0Ax", null)]
    [InlineData("AbCdEfGhIjKlMnOpQr.-_0A", null)]
    [InlineData(".AbCdEfGhIjKlMnOpQr-_0A", null)]
    [InlineData("", null)]
    public void TokenAtStartOf_PartOfAnAddress_IsTheTokenWithoutWhatCannotBeInOne(string part, string? token) => Assert.Equal(token, LinkTable.TokenAtStartOf(part));

    [Fact]
    public async Task Issue_Token_IsStoredOnlyAsItsHash()
    {
        var token = await _links.IssueAsync(Given, CancellationToken.None);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

        var found = 0;
        await foreach (var row in _rows.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {hash}")))
        {
            found++;
            Assert.DoesNotContain(row.Keys, key => row[key] is string text && text.Contains(token, StringComparison.Ordinal));
        }

        Assert.Equal(1, found);
        Assert.Equal(hash[..16], LinkTable.FingerprintOf(token));
    }

    [Fact]
    public async Task Find_ForAnotherPurpose_IsUnknown()
    {
        var token = await _links.IssueAsync(Given, CancellationToken.None);

        foreach (var purpose in Enum.GetValues<LinkPurpose>().Except([LinkPurpose.Review]))
        {
            Assert.IsType<LinkFound.Unknown>(await _links.FindAsync(token, purpose, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Find_AtTheMomentItExpires_IsExpired()
    {
        var token = await _links.IssueAsync(Given, CancellationToken.None);

        _clock.SetUtcNow(Given.ExpiresAt.AddTicks(-1));
        Assert.IsType<LinkFound.Working>(await FindAsync(token));
        _clock.SetUtcNow(Given.ExpiresAt);
        Assert.Equal(new LinkFound.Expired(Given), await FindAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("te-kort")]
    [InlineData("' or PartitionKey ge 'a")]
    [InlineData("../../../etc/passwd#?/\\")]
    public async Task Find_MadeUp_IsUnknown(string token) => Assert.IsType<LinkFound.Unknown>(await FindAsync(token));

    [Fact]
    public async Task Find_CutOffOrInOtherCapitals_IsUnknown()
    {
        var token = await _links.IssueAsync(Given, CancellationToken.None);

        Assert.IsType<LinkFound.Unknown>(await FindAsync(token[..21]));
        Assert.IsType<LinkFound.Unknown>(await FindAsync(token + "="));
        Assert.IsType<LinkFound.Unknown>(await FindAsync(token[^1] + token[..^1]));
    }

    [Theory]
    [InlineData(LinkPurpose.ConfirmEmail, 7)]
    [InlineData(LinkPurpose.Status, 60)]
    public async Task New_Purpose_IsAnAddressThatWorksAsLongAsThePolicySays(LinkPurpose purpose, int days)
    {
        var site = Options.Create(new SiteOptions { PublicAddress = "https://loket.example/" });
        var index = new LinkIndex(_storage.Tables, _storage.Hash, _storage.Initiatives);
        var holders = new LinkHolders(new People(Cases.Policy, _storage.Initiatives), index, TimeProvider.System);
        var maker = new LinkMaker(_links, index, holders, Cases.Policy, _clock, site);
        await _storage.PutAsync(Cases.Received with { Id = "L-1" });

        var address = await maker.NewAsync(purpose, "L-1", Actor.Applicant, 0, CancellationToken.None);

        Assert.StartsWith($"https://loket.example/{LinkPaths.SegmentOf(purpose)}/", address.ToString(), StringComparison.Ordinal);
        var found = await _links.FindAsync(address.Segments[^1], purpose, CancellationToken.None);
        var link = Assert.IsType<LinkFound.Working>(found).Link;
        Assert.Equal(Initiatiefloket.Terms.LocalTime.StartOf(new DateOnly(2026, 3, 3).AddDays(days)), link.ExpiresAt);
        Assert.Equal(Actor.Applicant, link.Person);
    }

    [Fact]
    public async Task FindPath_IssuedCode_IsThePageOfThatLink()
    {
        var code = await _links.IssueCodeAsync(Given, CancellationToken.None);

        var path = await _links.FindPathAsync(code, CancellationToken.None);

        Assert.StartsWith("beoordelen/", path, StringComparison.Ordinal);
        Assert.Equal(new LinkFound.Working(Given), await FindAsync(path![^22..]));
        Assert.Null(await _links.FindPathAsync(MailCode.New(), CancellationToken.None));
    }

    [Fact]
    public async Task IssueCode_Code_IsStoredNowhereAndNeedsTheSecret()
    {
        var code = await _links.IssueCodeAsync(Given, CancellationToken.None);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

        await foreach (var row in _rows.QueryAsync<TableEntity>())
        {
            Assert.NotEqual(hash, row.PartitionKey);
            Assert.DoesNotContain(row, column => column.Value is string text && text.Contains(code, StringComparison.Ordinal));
        }
    }

    private Task<LinkFound> FindAsync(string token) => _links.FindAsync(token, LinkPurpose.Review, CancellationToken.None);
}
