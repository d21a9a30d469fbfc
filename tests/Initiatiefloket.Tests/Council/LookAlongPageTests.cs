using AngleSharp.Dom;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Documents;
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

        var page = await ShowAsync(ViewOf(scored) with { EarlierGrants = [new PublicInitiative("Buurttuin", new DateOnly(2025, 5, 1))] });

        Assert.Contains("Voorkomen van problemen: 4 van 5", page, StringComparison.Ordinal);
        Assert.Contains("Buurttuin (1 mei 2025)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Documents_AreThoseThatWereReleasedAndScannedAndTheOthersAreCounted()
    {
        Initiatiefloket.Documents.Document[] documents =
        [
            DocumentOf("a", DocumentState.Clean), DocumentOf("b", DocumentState.Clean), DocumentOf("c", DocumentState.NotScanned),
            DocumentOf("d", DocumentState.Held), DocumentOf("e", DocumentState.Refused),
        ];
        var view = ViewOf(Cases.CouncilWindow with { DocumentsForCouncil = ["a", "c", "d", "e"] }) with { Documents = documents };

        Assert.Equal(["a"], view.DocumentsForCouncil.Select(document => document.Id));
        var page = await ShowAsync(view);
        Assert.Contains("a.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("b.pdf", page, StringComparison.Ordinal);
        Assert.Contains("stuurde nog 4 documenten mee", page, StringComparison.Ordinal);
        Assert.Empty((view with { IsMember = false }).DocumentsForCouncil);
        Assert.Contains("stuurde 1 document mee", await ShowAsync(ViewOf(Cases.CouncilWindow) with { Documents = [documents[0]] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Decided_SaysWhatTheCouncilDecidedAndWhereToReadIt()
    {
        var decision = Cases.DecisionOf(CouncilChoice.Grant) with { Meeting = "Raadsvergadering", AgendaItem = "7b", PublishedAt = new Uri("https://raad.oldenzaal.example/12") };

        var page = await ShowAsync(ViewOf(Cases.In(InitiativeState.Granted) with { CouncilDecision = decision }));

        Assert.Contains("De gemeenteraad besloot op 14 april 2026 (raadsvergadering, agendapunt 7b).", page, StringComparison.Ordinal);
        Assert.Contains("Lees het raadsbesluit op raad.oldenzaal.example", page, StringComparison.Ordinal);
        Assert.Contains("De raad vindt dit een goed plan.", page, StringComparison.Ordinal);
    }

    private static Initiatiefloket.Documents.Document DocumentOf(string id, DocumentState state) =>
        new(DocumentOwner.OfApplication(Cases.Id), id, $"{id}.pdf", DocumentKind.Pdf, 1000, Cases.ReceivedAt, state);

    private static LookAlongView ViewOf(Initiative initiative) =>
        new() { Initiative = initiative, Application = Cases.Application, Policy = Cases.Policy, MemberId = Henk, Address = "/meekijken/token" };

    private static async Task<string> ShowAsync(LookAlongView view) => (await Rendered.Of<LookAlongPage>(
        new { View = view, Form = LookAlongForm.Empty, Errors = new FormErrors() }, add: services => services.AddSingleton(Cases.Policy))).Body!.Text();
}
