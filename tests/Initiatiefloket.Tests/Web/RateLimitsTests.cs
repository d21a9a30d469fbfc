using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Web;

/// <summary>Each test has senders and mailboxes of its own, since what was used stays in the table.</summary>
[Collection(nameof(OnStorage))]
public sealed class RateLimitsTests(AppStorage storage)
{
    private readonly ManualClock _clock = new(Cases.ReceivedAt);

    [Fact]
    public void WaitForForm_MoreThanAMinuteAllows_IsAWaitForThatSenderOnly()
    {
        using var forms = new FormRate(Options.Create(new RateLimitOptions { FormsPerMinute = 2 }));

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => forms.WaitFor(From("203.0.113.1")) is null));
        Assert.InRange(forms.WaitFor(From("203.0.113.1"))!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Null(forms.WaitFor(From("203.0.113.2")));
    }

    [Fact]
    public void WaitForForm_ThisMachineItself_NeverWaits()
    {
        using var forms = new FormRate(Options.Create(new RateLimitOptions { FormsPerMinute = 1 }));

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(forms.WaitFor(From(null))));
    }

    [Fact]
    public async Task WaitForMail_OneMailboxFromManySendersOnTwoInstances_IsAWait()
    {
        var (one, other) = (With(new() { MailsPerAddressPerHour = 2 }), With(new() { MailsPerAddressPerHour = 2 }));

        Assert.Null(await one.WaitForMailAsync(From("203.0.113.1"), "rl-1", once: null, CancellationToken.None));
        Assert.Null(await other.WaitForMailAsync(From("203.0.113.2"), "rl-1", once: null, CancellationToken.None));

        Assert.Equal(TimeSpan.FromMinutes(30), await one.WaitForMailAsync(From("203.0.113.3"), "rl-1", once: null, CancellationToken.None));
        Assert.NotNull(await other.WaitForMailAsync(From("203.0.113.4"), "rl-1", once: null, CancellationToken.None));
        Assert.Null(await one.WaitForMailAsync(From("203.0.113.4"), "rl-1-another", once: null, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForMail_ForTheSameMailAgain_CountsOnce()
    {
        var limits = With(new() { MailsPerAddressPerHour = 2 });

        Assert.Equal(9, await TakeAsync(9, () => limits.WaitForMailAsync(From("203.0.113.21"), "rl-8", once: "form", CancellationToken.None)));
        Assert.Null(await limits.WaitForMailAsync(From("203.0.113.21"), "rl-8", once: "another form", CancellationToken.None));
        Assert.NotNull(await limits.WaitForMailAsync(From("203.0.113.21"), "rl-8", once: null, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForMail_AfterTheWait_GoesOn()
    {
        var limits = With(new() { MailsPerAddressPerHour = 2 });
        await TakeAsync(2, () => limits.WaitForMailAsync(From(null), "rl-2", once: null, CancellationToken.None));

        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(TimeSpan.FromMinutes(1), await limits.WaitForMailAsync(From(null), "rl-2", once: null, CancellationToken.None));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await TakeAsync(3, () => limits.WaitForMailAsync(From(null), "rl-2", once: null, CancellationToken.None)));
    }

    [Fact]
    public async Task WaitForMail_ManyAtOnce_LetsThroughWhatIsAllowed()
    {
        var limits = With(new() { MailsPerAddressPerHour = 3 });

        var waits = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => limits.WaitForMailAsync(From(null), "rl-3", once: null, CancellationToken.None)));

        Assert.Equal(3, waits.Count(wait => wait is null));
    }

    [Fact]
    public async Task WaitForSupportMail_SixtyNeighboursBehindOneAddressOfTheNetwork_GoOn()
    {
        var limits = With(new());

        Assert.Equal(60, await TakeAsync(60, number => limits.WaitForSupportMailAsync("rl-4", $"rl-4-{number}", CancellationToken.None)));
    }

    [Fact]
    public async Task WaitForSupportMail_TooManyForOneApplicantOrToOneNeighbour_IsAWait()
    {
        var limits = With(new() { SupportMailsPerHour = 3, MailsPerAddressPerHour = 2 });

        Assert.Equal(2, await TakeAsync(3, () => limits.WaitForSupportMailAsync("rl-5-anna", "rl-5-buur", CancellationToken.None)));
        Assert.NotNull(await limits.WaitForSupportMailAsync("rl-5-anna", "rl-5-ander", CancellationToken.None));
        Assert.NotNull(await limits.WaitForSupportMailAsync("rl-5-bert", "rl-5-buur", CancellationToken.None));
        Assert.Null(await limits.WaitForSupportMailAsync("rl-5-bert", "rl-5-ander", CancellationToken.None));
    }

    [Fact]
    public async Task WaitForMail_ByTwoRoutes_IsOneShareOfTheReceiver()
    {
        var limits = With(new() { MailsPerAddressPerHour = 2 });

        Assert.Null(await limits.WaitForMailAsync(From("203.0.113.31"), "rl-6", once: null, CancellationToken.None));
        Assert.Null(await limits.WaitForSupportMailAsync("rl-6-anna", "rl-6", CancellationToken.None));

        Assert.NotNull(await limits.WaitForMailAsync(From("203.0.113.32"), "rl-6", once: null, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForCode_WrongOnesFromAWholeNetwork_StopThatNetworkOnly()
    {
        var limits = With(new() { WrongCodesPerNetworkPerHour = 4 });
        foreach (var number in Enumerable.Range(1, 4))
        {
            Assert.Null(await limits.WaitForCodeAsync(From($"198.51.100.{number}"), CancellationToken.None));
            await limits.NoteWrongCodeAsync(From($"198.51.100.{number}"), CancellationToken.None);
        }

        Assert.NotNull(await limits.WaitForCodeAsync(From("198.51.100.200"), CancellationToken.None));
        Assert.Null(await limits.WaitForCodeAsync(From("198.51.101.1"), CancellationToken.None));
    }

    [Fact]
    public async Task WaitForCode_RightOnes_DoNotCountForTheNetwork()
    {
        var limits = With(new() { WrongCodesPerNetworkPerHour = 1 });

        Assert.Equal(20, await TakeAsync(20, number => limits.WaitForCodeAsync(From($"198.51.102.{number}"), CancellationToken.None)));
    }

    [Fact]
    public async Task WaitForCode_OneSender_IsCountedBeforeItIsKnownToBeWrong()
    {
        var limits = With(new() { CodesPerHour = 5 });

        Assert.Equal(5, await TakeAsync(20, () => limits.WaitForCodeAsync(From("198.51.103.1"), CancellationToken.None)));
    }

    [Fact]
    public async Task WaitForLink_AfterTooManyUnknownOnes_IsAWaitForThatSenderOnly()
    {
        var limits = With(new() { UnknownLinksPerHour = 2 });
        var (guesser, other) = (From("203.0.113.41"), From("203.0.113.42"));

        Assert.Equal(20, await TakeAsync(20, () => limits.WaitForLinkAsync(guesser, CancellationToken.None)));
        Assert.Equal(2, await TakeAsync(3, () => limits.WaitAfterUnknownLinkAsync(guesser, CancellationToken.None)));
        Assert.Equal(TimeSpan.FromMinutes(30), await limits.WaitForLinkAsync(guesser, CancellationToken.None));
        Assert.Null(await limits.WaitForLinkAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task Limits_AsStored_DoNotSayWhose()
    {
        await With(new()).WaitForMailAsync(From("203.0.113.51"), "rl-7@bewoner.example", once: null, CancellationToken.None);

        await foreach (var row in storage.Tables.GetTableClient(TableNames.Limits).QueryAsync<TableEntity>())
        {
            Assert.DoesNotContain(row, column => column.Value is string text && (text.Contains("203.0", StringComparison.Ordinal) || text.Contains("rl-7", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Options_Nothing_IsNoLimit() =>
        Assert.Throws<ValidationException>(() => Validate(new RateLimitOptions { MailsPerHour = 0 }));

    private static async Task<int> TakeAsync(int times, Func<int, Task<TimeSpan?>> take)
    {
        var through = 0;
        foreach (var number in Enumerable.Range(0, times))
        {
            through += await take(number) is null ? 1 : 0;
        }

        return through;
    }

    private static Task<int> TakeAsync(int times, Func<Task<TimeSpan?>> take) => TakeAsync(times, _ => take());

    private static void Validate(RateLimitOptions options) => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);

    private RateLimits With(RateLimitOptions options) => new(Options.Create(options), new LimitTable(storage.Tables, storage.Hash, _clock));

    private static DefaultHttpContext From(string? sender)
    {
        var http = new DefaultHttpContext();
        Sender.Remember(http, sender is null ? null : $$"""{"X-Forwarded-For":"{{sender}}"}""");
        return http;
    }
}
