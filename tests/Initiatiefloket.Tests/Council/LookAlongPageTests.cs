using AngleSharp.Dom;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Council;

public sealed class LookAlongPageTests
{
    private const string Henk = "raadslid-1";
    private const string Fatma = "raadslid-2";

    [Theory]
    [InlineData(false, "U hoeft niets te doen")]
    [InlineData(true, "De tijd om mee te kijken is voorbij")]
    public async Task Page_AfterTheGrant_SaysWhetherThereWasTimeToLookAlong(bool hadWindow, string title)
    {
        var page = await ShowAsync(ViewOf(Cases.In(InitiativeState.Granted)) with { HadWindow = hadWindow });

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("Het geld is toegekend.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OthersCalledIn_NamesThemWithPartyAndReason()
    {
        var page = await ShowAsync(ViewOf(Cases.CouncilWindow.CallIn(Fatma, "Dit gaat de hele wijk aan.")!));

        Assert.Contains("Fatma Yildiz (Samen Oldenzaal)", page, StringComparison.Ordinal);
        Assert.Contains("Dit gaat de hele wijk aan.", page, StringComparison.Ordinal);
        Assert.Contains("Waarom wilt u dit bespreken?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Trek mijn verzoek in", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfWhoCalledIn_OffersToTakeItBackAsLongAsTooFewAsk()
    {
        var one = Cases.CouncilWindow.CallIn(Henk, "Erover praten.")!;

        Assert.Contains("Trek mijn verzoek in", await ShowAsync(ViewOf(one)), StringComparison.Ordinal);
        Assert.DoesNotContain("Trek mijn verzoek in", await ShowAsync(ViewOf(one.CallIn(Fatma, "Ik ook.")!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Questions_ShowAnswersAndUntilWhenOneIsAwaited()
    {
        var asked = new CouncilQuestion(1, Fatma, "Hoe vaak koken zij?", Cases.AskedAt, new DateOnly(2026, 3, 13), Cases.Reviewer);
        var answered = asked with { Number = 2, Text = "Waar?", Answer = "In het buurthuis.", AnsweredBy = Cases.Reviewer, AnsweredAt = Cases.AskedAt };

        var page = await ShowAsync(ViewOf(Cases.CouncilWindow) with { Questions = [asked, answered] });

        Assert.Contains("uiterlijk op vrijdag 13 maart 2026", page, StringComparison.Ordinal);
        Assert.Contains("In het buurthuis.", page, StringComparison.Ordinal);
        Assert.Contains("Ellen Kamphuis", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ScoresAndEarlierGrants_AreShown()
    {
        var vote = Cases.VerdictOf(VerdictKind.Approve) with { Scores = [new RubricScore("prevention", 4, "Bereikt mensen vroeg.")] };
        var scored = Cases.CouncilWindow with { Panel = Cases.CouncilWindow.Panel with { Votes = [vote] } };

        var page = await ShowAsync(ViewOf(scored) with { EarlierGrants = [new PublicInitiative("Buurttuin", new DateOnly(2025, 5, 1))], Documents = 2 });

        Assert.Contains("Voorkomen van problemen: 4 van 5", page, StringComparison.Ordinal);
        Assert.Contains("Buurttuin (1 mei 2025)", page, StringComparison.Ordinal);
        Assert.Contains("stuurde 2 documenten mee", page, StringComparison.Ordinal);
    }

    private static LookAlongView ViewOf(Initiative initiative) =>
        new() { Initiative = initiative, Application = Cases.Application, Policy = Cases.Policy, MemberId = Henk, Address = "/meekijken/token" };

    private static async Task<string> ShowAsync(LookAlongView view) => (await Rendered.Of<LookAlongPage>(
        new { View = view, Form = LookAlongForm.Empty, Errors = new FormErrors() }, add: services => services.AddSingleton(Cases.Policy))).Body!.Text();
}
