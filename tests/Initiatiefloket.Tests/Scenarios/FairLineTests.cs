using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The line for the money (Awb 4:25, 4:26): nobody goes before who was complete earlier, and a part is offered where there is not enough.</summary>
public sealed class FairLineTests : IAsyncLifetime
{
    private readonly PartialPotFixture _fixture = new();

    private Town Town => _fixture.Town;

    private StoredCases Cases => _fixture.Cases;

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Later_ApprovedWhileAnEarlierOneIsUndecided_WaitsUntilThatOneIsDecided()
    {
        var first = await ApplyAsync("eerste", "4.500");
        var second = await ApplyAsync("tweede", "1.100");
        using var reviewer = _fixture.Host.NewVisitor();
        var review = await reviewer.OpenAsync((await _fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {second}")).Link);
        Assert.Contains("Voor deze aanvraag staat 1 andere in de rij. Samen is dat €\u00A04.500,00.", review.Text, StringComparison.Ordinal);
        Assert.Contains("Voor deze aanvraag is er nu ten hoogste €\u00A0500,00.", review.Text, StringComparison.Ordinal);

        await Town.ApproveAsync(Townspeople.Reviewer, second, "1.100");
        await Cases.ReachAsync(second, InitiativeState.WaitingList);
        var status = await Town.OpenAsync("tweede@bewoner.example", "wachtlijst");
        Assert.Contains("U bent nummer 2 in de rij voor het geld. Voor u is €\u00A04.500,00 gevraagd.", status.Text, StringComparison.Ordinal);

        await Town.DeclineAsync(Townspeople.Reviewer, first);

        await Cases.ReachAsync(second, InitiativeState.Granted);
        await Cases.ClaimBecomesAsync(second, ClaimState.Granted);
        Assert.Equal((Euro.Zero, Euro.Whole(1100)), ((await Cases.BalanceAsync()).Reserved, (await Cases.BalanceAsync()).Granted));
        await Cases.AssertLedgerAddsUpAsync();
    }

    [Fact]
    public async Task Part_Accepted_IsGrantedAsThatPart()
    {
        var (first, second) = await OfferPartAsync();

        await AnswerAsync("ja");

        await Cases.ReachAsync(second, InitiativeState.Granted);
        await Cases.ClaimBecomesAsync(second, ClaimState.Granted);
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.OfferPart, LedgerEntryKind.AcceptPart, LedgerEntryKind.Grant], await Cases.EntriesAsync(second));
        Assert.Contains("€\u00A0600,00", await _fixture.ReadLetterAsync("tweede@bewoner.example", second), StringComparison.Ordinal);
        Assert.Equal(InitiativeState.CouncilWindow, (await Cases.GetAsync(first)).State);
        using var anybody = _fixture.Host.NewVisitor();
        var line = await anybody.OpenAsync("/rij/2026");
        Assert.Contains("Toegekend", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(second, line.Text, StringComparison.Ordinal);
        Assert.Contains("partAccepted", (await anybody.OpenAsync("/rij/2026.json")).Text, StringComparison.Ordinal);
        await Cases.AssertLedgerAddsUpAsync();
    }

    [Fact]
    public async Task Part_Declined_GoesToTheNextAndThePlaceStays()
    {
        var (_, second) = await OfferPartAsync();
        var third = await ApplyAsync("derde", "400");
        await Town.ApproveAsync(Townspeople.Reviewer, third, "400");
        await Cases.ReachAsync(third, InitiativeState.WaitingList);

        await AnswerAsync("nee");

        await Cases.ClaimBecomesAsync(third, ClaimState.Granted);
        Assert.Equal(InitiativeState.WaitingList, (await Cases.GetAsync(second)).State);
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.OfferPart, LedgerEntryKind.DeclinePart], await Cases.EntriesAsync(second));
        await Cases.AssertLedgerAddsUpAsync();
    }

    [Fact]
    public async Task Part_NotChosen_StaysOffered()
    {
        var (_, second) = await OfferPartAsync();

        var page = await AnswerAsync(choice: null);

        Assert.Contains("Kies ja of nee.", page.Text, StringComparison.Ordinal);
        Assert.Equal(ClaimState.Offered, (await Cases.ClaimAsync(second))?.State);
    }

    /// <summary>Of five thousand the first has 4.400, so that 600 is left for the 1.000 of the second.</summary>
    private async Task<(string First, string Second)> OfferPartAsync()
    {
        var first = await ApplyAsync("eerste", "4.400");
        var second = await ApplyAsync("tweede", "1.000");
        await Town.ApproveAsync(Townspeople.Reviewer, first, "4.400");
        await Cases.ReachAsync(first, InitiativeState.CouncilWindow);
        await Town.ApproveAsync(Townspeople.Reviewer, second, "1.000");
        await Cases.MailedAsync(second, "part-offered");
        return (first, second);
    }

    private async Task<PageSeen> AnswerAsync(string? choice)
    {
        using var resident = _fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await _fixture.Host.Post.WaitForAsync("tweede@bewoner.example", "Wilt u een deel")).Link);
        Assert.Contains("Er is €\u00A0600,00 voor u", status.Text, StringComparison.Ordinal);
        var page = await resident.OpenAsync(status.LinkTo("Kies ja of nee"));
        return await resident.PressAsync(page, "Verstuur mijn antwoord", choice is null ? [] : [("deel", choice)]);
    }

    private async Task<string> ApplyAsync(string name, string asked)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(name, asked));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }
}
