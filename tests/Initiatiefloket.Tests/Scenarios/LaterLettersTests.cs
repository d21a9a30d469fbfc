using System.Net;
using Initiatiefloket.Budget;
using Initiatiefloket.Desk;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Endings.Letters;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Decisions that the coordinator takes by hand after a case has ended, over real HTTP, storage and replay.</summary>
public sealed class LaterLettersTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Settlement_LowerThanGranted_IsReadFirstThenMailedAndGivesTheRestBack()
    {
        var (proposal, id) = await GrantedAsync("vaststellen", "1.200", "1.000");
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains("Stel de subsidie vast vóór", desk.Text, StringComparison.Ordinal);

        var page = await coordinator.OpenAsync(desk.LinkTo("Vaststelling van de subsidie"));
        var lacking = await coordinator.PressAsync(page, "Bekijk de brief", ("bedrag", "800"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lacking.Status);
        Assert.Equal(2, lacking.Errors.Count);
        (string, string)[] fields = [("bedrag", "800"), ("grond", "NotDone"), ("redenen", "De laatste avond ging niet door.")];
        var preview = await coordinator.PressAsync(page, "Bekijk de brief", fields);
        Assert.Contains("Wij stellen uw subsidie vast op €\u00A0800,00", preview.Text, StringComparison.Ordinal);
        Assert.Single((await coordinator.PressAsync(preview, "Verstuur de brief", fields)).Errors);
        Assert.Equal(Euro.Whole(1000), (await Cases.ClaimAsync(id))!.Allocation!.Total);

        // Typed anew after it was read: that is shown first.
        var changed = await coordinator.PressAsync(preview, "Verstuur de brief", [("bedrag", "700"), .. fields[1..], ("akkoord", "on")]);
        Assert.Contains("Wij stellen uw subsidie vast op €\u00A0700,00", changed.Text, StringComparison.Ordinal);
        var sent = await coordinator.PressAsync(preview, "Verstuur de brief", [.. fields, ("akkoord", "on")]);
        Assert.DoesNotContain("Stel de subsidie vast vóór", sent.Text, StringComparison.Ordinal);
        await coordinator.PressAsync(preview, "Verstuur de brief", [.. fields, ("akkoord", "on")]);

        await fixture.Host.Durable.IdleAsync();
        Assert.Equal(2, (await fixture.Host.Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}")).Count);
        Assert.Equal(Euro.Whole(800), (await Cases.ClaimAsync(id))!.Allocation!.Total);
        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Grant, LedgerEntryKind.Settle], await Cases.EntriesAsync(id));
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await fixture.Host.Post.WaitForAsync(proposal.Email, "Besluit", number: 2)).Link);
        Assert.Contains("Uw brieven", status.Text, StringComparison.Ordinal);
        var letter = await resident.OpenAsync(status.LinkTo("Brief: vaststelling"));
        Assert.Contains("artikel 4:46, tweede lid, onder a", letter.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([LetterKind.Award, LetterKind.Settlement], (await Cases.GetAsync(id)).Letters.Select(made => made.Kind is LetterKind.PartialAward ? LetterKind.Award : made.Kind));
        Assert.All((await Cases.GetAsync(id)).Letters, made => Assert.NotNull(made.Announced));
    }

    [Fact]
    public async Task Settlement_WhenTheAppDiesAsSoonAsItIsDecided_IsPaidBackAndMailedAMinuteLater()
    {
        var (proposal, id) = await GrantedAsync("valt uit", "1.200", "1.000");
        var died = new Mock<DurableTaskClient>("");
        died.Setup(client => client.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException("died"));
        var settlement = (SettlementModel)SampleLetters.Of(LetterKind.Settlement) with { Awarded = Euro.Whole(1000), Settled = Euro.Whole(800) };
        var services = fixture.Host.Services;

        await Assert.ThrowsAsync<HttpRequestException>(async () => await services.GetRequiredService<LaterLetters>().DecideAsync(
            died.Object, await Cases.GetAsync(id), settlement, Actor.Coordinator, CancellationToken.None));
        using var coordinator = fixture.Host.NewVisitor();
        Assert.Contains("De brief wordt nu verstuurd", (await coordinator.OpenAsync(await fixture.DeskLinkAsync(id))).Text, StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromSeconds(61));
        await ActivatorUtilities.CreateInstance<SignalSweep>(services).Run(new TimerInfo(), fixture.Host.Workflows, CancellationToken.None);

        Assert.Contains("de laatste drie avonden", await ReadLastAsync(proposal.Email, "Brief: vaststelling"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Euro.Whole(800), (await Cases.ClaimAsync(id))!.Allocation!.Total);
        Assert.DoesNotContain("De brief wordt nu verstuurd", (await coordinator.OpenAsync(await fixture.DeskLinkAsync(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectionDecision_InOwnWords_SaysHowToAppeal()
    {
        var (proposal, id) = await GrantedAsync("bezwaar", "1.200", "1.000");

        await fixture.SendLaterLetterAsync(id, "Besluit op bezwaar", [("besluit", "Uw bezwaar is ongegrond."), ("redenen", "Wij blijven bij ons besluit."), .. Day("dag", fixture.Today)]);

        var letter = await ReadLastAsync(proposal.Email, "Brief: besluit op uw bezwaar");
        Assert.Contains("Uw bezwaar is ongegrond.", letter, StringComparison.Ordinal);
        Assert.Contains("U kunt in beroep gaan bij de rechtbank Overijssel.", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmendmentRevocationAndRecovery_OneAfterTheOther_AreEachALetter()
    {
        var (proposal, id) = await GrantedAsync("van alles", "1.200", "1.000");

        await fixture.SendLaterLetterAsync(id, "Wijziging van de subsidie", [("besluit", "U mag later beginnen."), ("grond", "ReasonableTerm"), ("redenen", "U vroeg dat."), .. Day("dag", fixture.Today)]);
        await fixture.SendLaterLetterAsync(id, "Intrekking van de subsidie", [("grond", "BeforeSettling"), ("redenen", "U stopt."), .. Day("dag", fixture.Today)]);
        await fixture.SendLaterLetterAsync(
            id,
            "Terugvordering",
            [("bedrag", "250"), ("besluit", "Maak het over naar NL00 BANK 0123 4567 89."), ("redenen", "Dat kreeg u te veel."), .. Day("dag", fixture.Today.AddDays(60))]);

        Assert.Contains("U betaalt €\u00A0250,00 terug", await ReadLastAsync(proposal.Email, "Brief: terugbetalen"), StringComparison.Ordinal);
        Assert.Equal(
            [LetterKind.Amendment, LetterKind.Revocation, LetterKind.Recovery], (await Cases.GetAsync(id)).Letters.Skip(1).Select(letter => letter.Kind));
    }

    [Fact]
    public async Task LaterLetter_OfACaseThatIsOpen_CannotBeMade()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("loopt nog"));
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));

        Assert.DoesNotContain("Nog een besluit nemen", desk.Text, StringComparison.Ordinal);
        Assert.Contains("kunt u nu niet maken", (await coordinator.OpenAsync($"{desk.Address}/besluit/vaststelling")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.OpenAsync($"{desk.Address}/besluit/anders")).Status);
    }

    private async Task<(Proposal Proposal, string Id)> GrantedAsync(string about, string asked, string granted)
    {
        var proposal = Townspeople.Resident(about, asked);
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, granted);
        await fixture.ReadLetterAsync(proposal.Email, id);
        return (proposal, id);
    }

    private async Task<string> ReadLastAsync(string email, string link)
    {
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await fixture.Host.Post.WaitForAsync(email, "Besluit", number: 2)).Link);
        return (await resident.OpenAsync(status.LinkTo(link))).Document.Body!.TextContent;
    }

    private static (string, string)[] Day(string field, DateOnly day) => [($"{field}.day", $"{day.Day}"), ($"{field}.month", $"{day.Month}"), ($"{field}.year", $"{day.Year}")];
}
