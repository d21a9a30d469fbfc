using System.Text.RegularExpressions;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What several professionals see of each other on their pages, and a decision that takes a code.</summary>
public sealed partial class PanelPageTests(PanelPageFixture fixture) : IClassFixture<PanelPageFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Votes_OnASealedPanel_AreSeenAfterOnesOwnAndInTheConversation()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("met twee", "4.000"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        using var second = fixture.Host.NewVisitor();
        var before = await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        Assert.Contains("Uw advies: toekennen", before.Text, StringComparison.Ordinal);
        Assert.Contains("Youssef Amrani moet nog beslissen.", before.Text, StringComparison.Ordinal);

        var page = await OpenAsync(second, Townspeople.SecondReviewer, id);
        Assert.Contains("U beslist samen met Ellen Kamphuis.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit helpt de wijk vooruit.", page.Text, StringComparison.Ordinal);
        var voted = await Town.ConfirmAsync(second, await second.DecideAsync(page, "Wijs af", Decisions.Refusal), Townspeople.SecondReviewer);

        Assert.Contains("Ellen Kamphuis: toekennen, €\u00A04.000,00", voted.Text, StringComparison.Ordinal);
        Assert.Contains("Beoordeling: 4,0 van 5", voted.Text, StringComparison.Ordinal);
        await Cases.MailedAsync(id, "review-2-invite-reviewer:jeugd");
        var talk = await OpenAsync(second, Townspeople.SecondReviewer, id);
        Assert.Contains("Youssef Amrani (u): afwijzen", talk.Text, StringComparison.Ordinal);
        Assert.Contains("Ellen Kamphuis: toekennen", talk.Text, StringComparison.Ordinal);
        Assert.Equal("Dit past niet bij het beleid, artikel 3.", talk.Document.QuerySelector("[name=redenen]")!.TextContent);
    }

    [Fact]
    public async Task Question_OfOneWhileTheOtherFillsInTheForm_KeepsBothFormsAndTheSeal()
    {
        var proposal = Townspeople.Resident("vraag tussendoor", "4.000");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        using var first = fixture.Host.NewVisitor();
        using var second = fixture.Host.NewVisitor();
        var busy = await OpenAsync(second, Townspeople.SecondReviewer, id);
        var asking = await OpenAsync(first, Townspeople.Reviewer, id);

        var asked = await Town.ConfirmAsync(
            first, await first.PressAsync(asking, "Stel de vraag", [.. Decisions.Question("Wie helpt er mee?"), ("toelichting", "Ik ben voor.")]), Townspeople.Reviewer);
        var late = await second.DecideAsync(busy, "Ken toe", Decisions.Approval(busy, "3.000"));

        Assert.Contains("Wat u had ingevuld, is bewaard", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Wat u had ingevuld, is bewaard", late.Text, StringComparison.Ordinal);
        Assert.Equal(Ellen, Assert.Single((await Cases.GetAsync(id)).Panel.Votes).By);
        await Town.AnswerAsync(proposal.Email, id, "De hele straat.");
        await Cases.MailedAsync(id, "review-2-invite-reviewer:jeugd");
        var again = await OpenAsync(first, Townspeople.Reviewer, id);
        Assert.Equal(("Ik ben voor.", ""), (TextOf(again, "toelichting"), TextOf(again, "vraag[0].tekst")));
        var decided = await Town.ConfirmAsync(
            second, await second.DecideAsync(await OpenAsync(second, Townspeople.SecondReviewer, id), "Ken toe"), Townspeople.SecondReviewer);
        Assert.Contains("Uw advies: toekennen, €\u00A03.000,00", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat u had ingevuld", decided.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_OnASealedPanelWhileTheApplicantAnswers_StayApart()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("verzegeld en vraag", "4.000"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");

        var asked = await Town.AskAsync(Townspeople.SecondReviewer, id, "Wie helpt er mee?");

        Assert.DoesNotContain("Dit helpt de wijk vooruit.", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seat_GivenAwayForInvolvement_ShowsWhoDecidesAndNotTheCase()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("betrokken", "4.000"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        await fixture.Host.Services.GetRequiredService<HandOvers>().HandOverAsync(
            fixture.Host.Workflows,
            await Cases.GetAsync(id),
            Ellen,
            Actor.Reviewer("zorg"),
            HandOverReason.Conflict,
            by: Ellen,
            CancellationToken.None);
        using var person = fixture.Host.NewVisitor();

        var page = await OpenAsync(person, Townspeople.Reviewer, id);

        Assert.Contains("Overgedragen aan Gerda Nijhuis, omdat u betrokken bent bij dit initiatief.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elke maand koken wij", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Buttons);
    }

    [Fact]
    public async Task Decision_ThatTakesACode_CountsOnceTheCodeIsRight()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("met een code", "900"));
        using var person = fixture.Host.NewVisitor();
        var page = await OpenAsync(person, Townspeople.Reviewer, id);

        var asked = await person.DecideAsync(page, "Ken toe", Decisions.Approval(page));

        Assert.Equal("Bevestig uw besluit met een code", asked.Heading);
        Assert.Contains("Ellen Kamphuis", asked.Text, StringComparison.Ordinal);
        var mail = await Post.WaitForAsync(Townspeople.Reviewer, $"code voor het besluit over initiatief {id}");
        Assert.Contains("Toekennen: €\u00A0900", mail.Text, StringComparison.Ordinal);
        var wrong = await person.PressAsync(asked, "Bevestig het besluit", ("bevestigingscode", "000 000"));
        Assert.NotEmpty(wrong.Errors);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);
        var code = CodeIn(mail.Text!);
        await person.PressAsync(wrong, "Bevestig het besluit", ("bevestigingscode", code));
        var granted = await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(6, granted.Panel.Votes.Single().Scores.Count);
    }

    private static string TextOf(PageSeen page, string field) => page.Document.QuerySelector($"[name='{field}']")!.TextContent;

    private static string CodeIn(string text) => SixDigits().Match(text).Value;

    [GeneratedRegex(@"\b\d{3} \d{3}\b")]
    private static partial Regex SixDigits();

    // Without the choice that a button in the mail prepares.
    private async Task<PageSeen> OpenAsync(Visitor person, string email, string id) =>
        await person.OpenAsync(new Uri((await Post.WaitForAsync(email, $"initiatief {id}")).Link).AbsolutePath);
}
