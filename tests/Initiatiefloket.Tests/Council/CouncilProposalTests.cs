using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Proposal;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Council;

public sealed class CouncilProposalTests
{
    private static readonly PotBalance Pot = new(2026, [new FundBalance("wmo", "Wmo", Euro.Whole(250_000), Euro.Whole(12_000), Euro.Whole(30_000))]);

    private static readonly Verdict Advice = Cases.VerdictOf(VerdictKind.Approve) with
    {
        ConditionCodes = ["permit"],
        Conditions = "Meld u vooraf.",
        Scores = [new RubricScore("prevention", 4, "Bereikt mensen vroeg.")],
    };

    [Fact]
    public void Of_CaseThatTheCouncilDecides_AsksADecisionWithAllThatItTurnsOn()
    {
        var seen = Write(ViewOf(Decided));

        Assert.Empty(seen.Problems);
        Assert.Equal(["Raadsvoorstel: Samen eten in De Thij"], seen.Of("Title"));
        Assert.Equal(
            ["Wat vragen wij van de raad?", "Het plan", "Wat kost het, en wie betaalt?", "Wat adviseert de professional?", "Ontwerpbesluit"],
            seen.Of("Heading1"));
        string[] told =
        [
            Cases.Id, "Besluit", "De raad mag het bedrag verlagen", "Elke maand koken wij met buren.\nZo leren zij elkaar kennen.", "De Thij", "40", "1 september 2026", "Zaal",
            "€\u00A04.000,00", "€\u00A03.500,00", "Dit brengt buren bij elkaar.", "Voorkomen van problemen", "Bereikt mensen vroeg.", "€\u00A0208.000,00", "28 april 2026",
        ];
        Assert.All(told, words => Assert.Contains(words, seen.Text, StringComparison.Ordinal));
        Assert.Equal(["U vraagt eerst de vergunning aan die voor uw activiteit nodig is.", "Meld u vooraf."], seen.Of("ListBullet"));
        Assert.Equal(
            [
                "Subsidie te verlenen van €\u00A03.500,00 voor het initiatief \"Samen eten in De Thij\".",
                "Deze subsidie te betalen uit het budget voor bewonersinitiatieven van 2026.",
                "Aan de subsidie deze verplichting te verbinden: U vraagt eerst de vergunning aan die voor uw activiteit nodig is.",
                "Aan de subsidie deze verplichting te verbinden: Meld u vooraf.",
            ],
            seen.Of("ListNumber"));
    }

    [Fact]
    public void Of_CaseThatMembersCalledIn_AsksWishesAndNamesTheirReasons()
    {
        var called = Decided with { CalledInBy = ["raadslid-1", "raadslid-2"], CallInReasons = [new CallInReason("raadslid-1", "Dit gaat de hele wijk aan.")] };
        var asked = new CouncilQuestion(1, "raadslid-2", "Hoe vaak koken zij?", Cases.AskedAt, new DateOnly(2026, 3, 13), Cases.Reviewer) { Answer = "Elke week." };

        var seen = Write(ViewOf(called) with { Questions = [asked] });

        Assert.Empty(seen.Problems);
        string[] told =
        [
            "Wensen en bedenkingen", "Over dit bedrag beslist het college.", "Henk Wiggers (Stadspartij)", "Dit gaat de hele wijk aan.", "Fatma Yildiz (Samen Oldenzaal)",
            "Zonder reden gevraagd.", "Hoe vaak koken zij?", "Elke week.", "Tegen dit plan [geen / deze] bedenkingen te hebben.",
        ];
        Assert.All(told, words => Assert.Contains(words, seen.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Subsidie te verlenen", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Geld & <b>\u0001 👩‍👩‍👧 ]]>")]
    [InlineData("Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void Of_WhateverTheApplicantTyped_IsAValidFile(string typed)
    {
        var view = ViewOf(Decided with { Title = typed }) with
        {
            Application = Cases.Application with { Title = typed, Plan = typed, Costs = [new CostLine(typed, Euro.Whole(1))] },
        };

        Assert.Empty(Write(view).Problems);
    }

    [Fact]
    public void FileNameOf_Case_HasItsReference() => Assert.Equal("raadsvoorstel-BI-2026-7K3M9.docx", CouncilProposal.FileNameOf(Decided));

    private static Initiative Decided { get; } = Cases.CouncilDecides.With(Advice with { Scores = [] }) with
    {
        CalledInBy = [],
        Panel = Cases.CouncilDecides.Panel with { Votes = [Advice] },
    };

    private static CouncilDecisionView ViewOf(Initiative initiative) => new()
    {
        Initiative = initiative,
        Application = Cases.Application,
        Policy = Cases.Policy,
        Today = new DateOnly(2026, 3, 16),
    };

    private static WordSeen Write(CouncilDecisionView view) => WordSeen.Read(WordFile.Write(CouncilProposal.Of(view, Pot, Cases.ReceivedAt)));
}
