using System.Diagnostics;
using System.Net;
using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Outages;

/// <summary>Azurite is away for a while in the middle of cases.</summary>
[Collection(BesideTheKills.Name)]
public sealed class StorageOutageTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);

    // What the host had in hand comes back to it after a minute, the least that the provider takes; what is left of the case comes after that.
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Storage_WhenAway_IsExplainedAndAllCasesEnd()
    {
        await using var loket = await LocalLoket.CreateAsync();
        await using var host = loket.Start();
        await host.ReadyAsync();
        var (undecided, window, asked) = (Residents.With("wordt beslist"), Residents.With("raad kijkt mee", "4.000"), Residents.With("vraag blijft open"));
        var first = await loket.Town.ApplyAsync(undecided);
        using var professional = new Visitor(loket.Address);
        var review = await professional.OpenAsync((await loket.Post.WaitForAsync(Townspeople.Welfare, $"initiatief {first}")).Link);
        var third = await loket.Town.ApplyAsync(asked);
        await loket.Town.AskAsync(Townspeople.Welfare, third, "In welk gebouw?");
        var second = await loket.Town.ApplyAsync(window);
        await loket.Town.ApproveAsync(Townspeople.Welfare, second, "4.000");

        await loket.Azurite.StopAsync();
        await AssertExplainsAsync(professional, review);
        await loket.Azurite.StartAsync();

        await loket.Town.ApproveAsync(Townspeople.Welfare, first, "1.200");
        await AssertEndsAsync(loket, first, InitiativeState.Granted, "payment");
        await AssertEndsAsync(loket, second, InitiativeState.Granted, "payment");
        await loket.Cases.MailedAsync(third, "review-2-invite-reviewer:welzijn", LongestRecovery);
        await loket.Town.DeclineAsync(Townspeople.Welfare, third);
        await AssertEndsAsync(loket, third, InitiativeState.Rejected, "decision");
        await loket.Cases.AssertLedgerAddsUpAsync();
        await loket.Cases.AssertEachMailOnceAsync(await loket.Post.AllAsync(), [first, second, third]);
    }

    /// <summary>Townspeople go on looking and pressing as long as storage is away.</summary>
    private static async Task AssertExplainsAsync(Visitor professional, PageSeen review)
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Away)
        {
            AssertExplains(await professional.OpenAsync(review.Address.ToString()));
            AssertExplains(await professional.PressAsync(review, "Ken toe", Decisions.Approval(review)));
        }
    }

    private static void AssertExplains(PageSeen page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("Het loket is even niet bereikbaar", page.Heading);
        Assert.Equal("60", page.Headers["Retry-After"]);
    }

    private static async Task AssertEndsAsync(LocalLoket loket, string id, InitiativeState end, string lastMail)
    {
        await loket.Cases.ReachAsync(id, end, LongestRecovery);
        await loket.Cases.MailedAsync(id, lastMail, LongestRecovery);
    }
}
