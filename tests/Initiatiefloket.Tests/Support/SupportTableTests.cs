using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Support;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Support;

[Collection(nameof(OnStorage))]
public sealed class SupportTableTests
{
    private static readonly SupportForm Anna = new("Anna de Boer", "Lindestraat", "anna@buren.example");

    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly AppStorage _storage;
    private readonly SupportTable _support;
    private readonly SupportKeys _keys;

    public SupportTableTests(AppStorage storage)
    {
        _storage = storage;
        _support = new SupportTable(storage.Tables, _clock);
        _keys = new SupportKeys(storage.Hash);
    }

    [Fact]
    public async Task Confirm_TwiceAndAskedAgain_CountsOnce()
    {
        var key = await AskAsync("S-1", Anna);
        Assert.Equal(0, await CountAsync("S-1"));

        await Task.WhenAll(ConfirmAsync("S-1", key), ConfirmAsync("S-1", key));
        await ConfirmAsync("S-1", key);
        await AskAsync("S-1", Anna with { Name = "Iemand anders", Email = " ANNA@buren.example" });
        await ConfirmAsync("S-1", key);

        Assert.Equal(1, await CountAsync("S-1"));
        Assert.Equal(new Supporter("Anna de Boer", "Lindestraat", Cases.ReceivedAt, IsConfirmed: true), Assert.Single(await _support.ListAsync("S-1", CancellationToken.None)));
    }

    [Fact]
    public async Task Confirm_WithoutAsking_CountsNothing()
    {
        await ConfirmAsync("S-2", await _keys.KeyOfAsync("S-2", Anna.Email, CancellationToken.None));

        Assert.Equal(0, await CountAsync("S-2"));
    }

    [Fact]
    public async Task TakeBack_ForgetsEverything()
    {
        var key = await AskAsync("S-3", Anna);
        await ConfirmAsync("S-3", key);
        await ConfirmAsync("S-3", await AskAsync("S-3", Anna with { Email = "bert@buren.example" }));

        await _support.TakeBackAsync("S-3", key, CancellationToken.None);
        await _support.TakeBackAsync("S-3", key, CancellationToken.None);
        await ConfirmAsync("S-3", key);

        Assert.Equal(1, await CountAsync("S-3"));
        Assert.Null(await _support.FindAsync("S-3", key, CancellationToken.None));
    }

    [Fact]
    public async Task KeyOf_OneAddress_DiffersForEachInitiativeAndIsNotStoredItself()
    {
        var key = await AskAsync("S-4", Anna);

        Assert.NotEqual(key, await _keys.KeyOfAsync("S-5", Anna.Email, CancellationToken.None));
        await foreach (var row in _storage.Tables.GetTableClient(TableNames.Support).QueryAsync<TableEntity>())
        {
            Assert.DoesNotContain(row, column => $"{column.Value}".Contains("@buren.example", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Sweep_RemovesWhoDidNotConfirmInTimeAndNamesOfCasesLongOver()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Rejected) with { Id = "S-6" });
        await _storage.PutAsync(Cases.InReview with { Id = "S-7" });
        foreach (var id in new[] { "S-6", "S-7" })
        {
            await ConfirmAsync(id, await AskAsync(id, Anna));
        }

        var late = await AskAsync("S-7", Anna with { Email = "laat@buren.example" });
        var sweep = new SupportSweep(_support, _storage.Initiatives, Cases.Policy, _clock);

        await sweep.Run(null!, CancellationToken.None);
        Assert.NotNull(await _support.FindAsync("S-7", late, CancellationToken.None));
        _clock.Advance(TimeSpan.FromDays(8));
        await sweep.Run(null!, CancellationToken.None);
        Assert.Equal((1, 1), (await CountAsync("S-6"), await CountAsync("S-7")));
        Assert.Null(await _support.FindAsync("S-7", late, CancellationToken.None));
        _clock.Advance(TimeSpan.FromDays(180));
        await sweep.Run(null!, CancellationToken.None);

        Assert.Equal((0, 1), (await CountAsync("S-6"), await CountAsync("S-7")));
    }

    [Fact]
    public async Task Share_Code_LeadsToItsInitiativeHoweverItIsTyped()
    {
        var shares = new ShareTable(_storage.Tables, _keys);
        var code = await _keys.ShareCodeOfAsync("S-8", CancellationToken.None);
        Assert.Null(await shares.FindAsync(code, CancellationToken.None));

        await shares.OpenAsync("S-8", CancellationToken.None);
        await shares.OpenAsync("S-8", CancellationToken.None);

        Assert.Matches("^[2-9A-HJ-NP-Z]{10}$", code);
        Assert.Equal("S-8", await shares.FindAsync(code.ToLowerInvariant(), CancellationToken.None));
        Assert.Null(await shares.FindAsync("S-8", CancellationToken.None));
        Assert.Null(await shares.FindAsync("../x'", CancellationToken.None));
    }

    [Fact]
    public async Task Share_AfterTheSecretChanged_KeepsItsCodeAndGetsAnotherOnceThatSecretIsGone()
    {
        var before = new ShareTable(_storage.Tables, _keys);
        await before.OpenAsync("S-9", CancellationToken.None);
        var shared = await before.CodeOfAsync("S-9", CancellationToken.None);
        Assert.Equal(await _keys.ShareCodeOfAsync("S-9", CancellationToken.None), shared);

        var after = new ShareTable(_storage.Tables, new SupportKeys(_storage.HashWith(2)));
        Assert.Equal(shared, await after.CodeOfAsync("S-9", CancellationToken.None));

        var another = await new ShareTable(_storage.Tables, new SupportKeys(await _storage.HashWithoutFormerAsync(2))).CodeOfAsync("S-9", CancellationToken.None);
        Assert.NotEqual(shared, another);
        Assert.Equal(("S-9", "S-9"), (await after.FindAsync(shared, CancellationToken.None), await after.FindAsync(another, CancellationToken.None)));
    }

    private async Task<string> AskAsync(string id, SupportForm form)
    {
        var key = await _keys.KeyOfAsync(id, form.Email, CancellationToken.None);
        await _support.AskAsync(id, key, form, _clock.GetUtcNow().AddDays(7), CancellationToken.None);
        return key;
    }

    private Task ConfirmAsync(string id, string key) => _support.ConfirmAsync(id, key, CancellationToken.None);

    private Task<int> CountAsync(string id) => _support.CountAsync(id, CancellationToken.None);
}
