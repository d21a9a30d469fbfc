using System.Net;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A form that is filled in with pauses, in two places at once, or not to the end.</summary>
public sealed class DraftTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly (string, string)[] Idea =
        [("titel", "Straatfeest"), ("plan", "Eten met de straat"), ("wijk", "de-thij"), ("thema", "meedoen-en-ontmoeten")];

    [Fact]
    public async Task Step_WithMistakes_IsKeptAndSaysWhatToDo()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");

        var wrong = await resident.PressAsync(first, "Verder", ("titel", "Straatfeest"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Vul in wat u wilt doen en waarom.", "Kies de wijk waar u het wilt doen.", "Kies het thema dat het beste past."], wrong.Errors);
        Assert.Equal("Straatfeest", Typed(await resident.OpenAsync(first.Address.PathAndQuery), "titel"));
    }

    [Fact]
    public async Task Overview_StepThatWasRefused_IsNotReadyAndIsWhereOneGoesOn()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");
        await resident.PressAsync(first, "Verder", ("titel", "Straatfeest"));
        var root = first.Address.AbsolutePath[..first.Address.AbsolutePath.LastIndexOf('/')];

        var refused = await resident.OpenAsync(root);
        await resident.PressAsync(await resident.OpenAsync(refused.LinkTo("Ga verder")), "Verder", Idea);
        var saved = await resident.OpenAsync(root);

        Assert.Contains("Uw idee (nog niet klaar)", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bewaard)", refused.Text, StringComparison.Ordinal);
        Assert.Equal(first.Address.AbsolutePath, refused.LinkTo("Ga verder"));
        Assert.Contains("Uw idee (bewaard)", saved.Text, StringComparison.Ordinal);
        Assert.EndsWith("waar-en-wanneer", saved.LinkTo("Ga verder"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_WithWhatProbablyGetsANo_SaysSoThereOnceAndGoesOn()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");
        var costs = await resident.OpenAsync(first.Address.AbsolutePath.Replace("idee", "kosten", StringComparison.Ordinal));

        var warned = await resident.PressAsync(costs, "Verder", ("bedrag", "20"));
        var next = await resident.PressAsync(warned, "Verder");
        var check = await resident.OpenAsync(first.Address.AbsolutePath.Replace("idee", "controleren", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, "De kosten"), (warned.Status, warned.Heading));
        Assert.Contains("U vraagt minder dan", warned.Text, StringComparison.Ordinal);
        Assert.Equal("Over u", next.Heading);
        Assert.Contains("U vraagt minder dan", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_OnThePageThatOnceStoodAlone_IsSavedWhereItStandsNow()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");
        var former = await resident.OpenAsync(first.Address.AbsolutePath.Replace("idee", "samen", StringComparison.Ordinal));
        former.Document.QuerySelector("main form")!.SetAttribute("action", former.Address.AbsolutePath);

        var next = await resident.PressAsync(former, "Verder", ("partners", "Met het buurthuis"));

        Assert.Equal("De kosten", next.Heading);
        Assert.Contains("Met het buurthuis", (await resident.PressAsync(next, "Vorige stap")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WithoutATheme_ReachesAReviewerAndSaysSo()
    {
        var proposal = Townspeople.Resident("weet het thema niet") with { Theme = "weet-ik-niet" };

        var id = await fixture.Town.ApplyAsync(proposal);

        await Eventually.FindAsync("an invitation", async () => (await fixture.Cases.MailsAsync(id)).FirstOrDefault(
            step => step.StartsWith("review-1-invite-reviewer:", StringComparison.Ordinal)));
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await fixture.Host.Post.WaitForAsync(proposal.Email, id)).Link);
        Assert.Contains("Nog geen thema", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_WithMistakes_KeepsWhatWasTyped()
    {
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);

        var back = await resident.PressAsync(second, "Vorige stap", ("deelnemers", "heel veel"));

        Assert.Equal("Uw idee", back.Heading);
        Assert.Equal("heel veel", Typed(await resident.PressAsync(back, "Verder"), "deelnemers"));
    }

    [Fact]
    public async Task Attach_WithoutAFile_SaysToChooseOneAndStays()
    {
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        var documents = await resident.OpenAsync(second.Address.AbsolutePath.Replace("waar-en-wanneer", "documenten", StringComparison.Ordinal));

        var refused = await resident.PressAsync(documents, "Voeg toe");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Kies eerst een bestand en druk dan op \"Voeg toe\"."], refused.Errors);
        Assert.Equal(documents.Heading, refused.Heading);
        Assert.NotEqual(documents.Heading, (await resident.PressAsync(refused, "Verder")).Heading);
    }

    [Fact]
    public async Task Change_FromTheCheckPage_LeadsBackThere()
    {
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        var check = await resident.OpenAsync(second.Address.AbsolutePath.Replace("waar-en-wanneer", "controleren", StringComparison.Ordinal));
        var change = await resident.OpenAsync(check.LinkTo("Wijzig Uw idee"));

        var after = await resident.PressAsync(change, "Verder", ("titel", "Groot straatfeest"));

        Assert.Equal("Controleer en verstuur", after.Heading);
        Assert.Contains("Groot straatfeest", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithPagesLeftOpen_NamesWhatMustAndWhatMayBeFilledIn()
    {
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        var check = await resident.OpenAsync(second.Address.AbsolutePath.Replace("waar-en-wanneer", "controleren", StringComparison.Ordinal));

        var refused = await resident.PressAsync(check, "Verstuur uw aanvraag", ("akkoord", "true"));

        Assert.Contains("Vul uw straat en huisnummer in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Hoeveel mensen er meedoen", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Vul uw naam in.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Controleer en verstuur", refused.Heading);
    }

    [Fact]
    public async Task Apply_WithoutWhatTheReviewerNeeds_ReachesTheReviewerWithItsGaps()
    {
        var proposal = Townspeople.Resident("laat open") with { ForWhom = "", Partners = "", Participants = "" };

        var id = await fixture.Town.ApplyAsync(proposal);

        using var reviewer = fixture.Host.NewVisitor();
        var review = await reviewer.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);
        Assert.Contains("Hoeveel mensen er meedoen", review.Text, StringComparison.Ordinal);

        var ready = await reviewer.PressAsync(review, "Vraag naar wat ontbreekt", ("toelichting", "Nog even wachten"));
        var given = await reviewer.PressAsync(ready, "Stel de vragen");

        Assert.Equal("Nog even wachten", ready.Document.QuerySelector("[name='toelichting']")!.TextContent);
        Assert.Contains("3 vragen gesteld", given.Text, StringComparison.Ordinal);
        await fixture.Host.Post.WaitForAsync(proposal.Email, $"over uw initiatief {id}");
    }

    [Fact]
    public async Task Step_SavedInTwoTabs_TellsTheLaterOneAndKeepsBoth()
    {
        using var resident = fixture.Host.NewVisitor();
        var opened = await resident.OpenAsync("/aanvragen");
        var alsoOpened = await resident.OpenAsync(opened.Address.PathAndQuery);
        await resident.PressAsync(opened, "Verder", Idea);

        var told = await resident.PressAsync(alsoOpened, "Verder", [.. Idea.Skip(1), ("titel", "Tuinfeest")]);

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("Tuinfeest", Typed(told, "titel"));
        Assert.Equal("Straatfeest", Typed(await resident.OpenAsync(opened.Address.PathAndQuery), "titel"));
        Assert.Equal("Waar, wanneer en met wie", (await resident.PressAsync(told, "Verder")).Heading);
        Assert.Equal("Tuinfeest", Typed(await resident.OpenAsync(opened.Address.PathAndQuery), "titel"));
    }

    [Fact]
    public async Task Step_SentTwice_IsNoConflict()
    {
        using var resident = fixture.Host.NewVisitor();
        var opened = await resident.OpenAsync("/aanvragen");

        await resident.PressAsync(opened, "Verder", Idea);

        Assert.Equal("Waar, wanneer en met wie", (await resident.PressAsync(opened, "Verder", Idea)).Heading);
    }

    [Fact]
    public async Task Link_ByMail_OpensTheFormElsewhereAndANewOneEndsIt()
    {
        const string Email = "gaat.later.verder@bewoner.example";
        using var phone = fixture.Host.NewVisitor();
        using var laptop = fixture.Host.NewVisitor();
        var second = await phone.PressAsync(await phone.OpenAsync("/aanvragen"), "Verder", Idea);
        var later = await phone.PressAsync(second, "Bewaar en ga later verder", ("plek", "Het plein"));
        var mailed = await phone.PressAsync(later, "Stuur mij een mail", ("email", Email));
        Assert.Contains(Email, mailed.Text, StringComparison.Ordinal);

        var first = (await fixture.Host.Post.WaitForAsync(Email, "Ga verder met uw aanvraag")).Link;
        var resumed = await laptop.PressAsync(await laptop.OpenAsync(first), "Ga hier verder");
        Assert.Contains("Straatfeest", resumed.Text, StringComparison.Ordinal);
        Assert.Equal("Het plein", Typed(await laptop.OpenAsync(resumed.LinkTo("Waar, wanneer")), "plek"));

        var again = await laptop.PressAsync(await laptop.OpenAsync(resumed.LinkTo("Waar, wanneer")), "Bewaar en ga later verder");
        await laptop.PressAsync(again, "Stuur mij een mail", ("email", Email));
        await fixture.Host.Post.WaitForAsync(Email, "Ga verder met uw aanvraag", 2);
        var ended = await laptop.OpenAsync(first);
        Assert.Equal(HttpStatusCode.Gone, ended.Status);
        Assert.Contains("de laatste mail", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_MoreThanAllowed_AreNotMailed()
    {
        const string Email = "vraagt.te.veel@bewoner.example";
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        var later = await resident.PressAsync(second, "Bewaar en ga later verder");
        for (var number = 0; number < SavedDrafts.MostLinks; number++)
        {
            await resident.PressAsync(later, "Stuur mij een mail", ("email", Email));
            fixture.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        var refused = await resident.PressAsync(later, "Stuur mij een mail", ("email", Email));

        Assert.Single(refused.Errors);
        Assert.Equal(SavedDrafts.MostLinks, (await fixture.Host.Post.ToAsync(Email)).Count);
    }

    [Fact]
    public async Task Draft_ThatIsLeft_IsRemovedAfterAWarning()
    {
        const string Email = "laat.het.liggen@bewoner.example";
        using var resident = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        await resident.PressAsync(await resident.PressAsync(second, "Bewaar en ga later verder"), "Stuur mij een mail", ("email", Email));
        var drafts = fixture.Host.Services.GetRequiredService<SavedDrafts>();

        await drafts.SweepAsync(CancellationToken.None);
        Assert.Single(await fixture.Host.Post.ToAsync(Email));

        fixture.Clock.Advance(TimeSpan.FromDays(26));
        await drafts.SweepAsync(CancellationToken.None);
        await drafts.SweepAsync(CancellationToken.None);
        var warning = await fixture.Host.Post.WaitForAsync(Email, "nog niet verstuurd");
        Assert.Equal(2, (await fixture.Host.Post.ToAsync(Email)).Count);
        Assert.Contains("Straatfeest", (await resident.OpenAsync(warning.Link)).Text, StringComparison.Ordinal);

        fixture.Clock.Advance(TimeSpan.FromDays(5));
        await drafts.SweepAsync(CancellationToken.None);
        var gone = await resident.OpenAsync(second.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("verwijderd", gone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/aanvragen/geen-adres/idee")]
    [InlineData("/aanvragen/AAAAAAAAAAAAAAAAAAAAAA/onzin")]
    [InlineData("/later-verder/geen-adres")]
    public async Task Address_ThatIsNone_IsNotFound(string address)
    {
        using var resident = fixture.Host.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await resident.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task English_ByTheBrowserOrByChoice_IsSpokenUntilSomethingElseIsChosen()
    {
        using var resident = fixture.Host.NewVisitor();

        Assert.Equal("Geld voor uw idee in de buurt", (await resident.OpenAsync("/")).Heading);
        Assert.Equal("Money for your idea in the neighbourhood", (await resident.OpenAsync("/?taal=en")).Heading);
        var english = await resident.OpenAsync("/aanvragen");
        Assert.Equal("Your idea", english.Heading);
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Fill in a title for your initiative."], (await resident.PressAsync(english, "Continue", [.. Idea.Skip(1)])).Errors);
        Assert.Equal("Uw idee", (await resident.OpenAsync(english.Address.AbsolutePath + "?taal=nl")).Heading);
    }

    [Theory]
    [InlineData("?oldenzaal=ja&anderen=ja&begonnen=nee&winst=nee", "Uw plan lijkt te passen")]
    [InlineData("?oldenzaal=ja&anderen=ja&begonnen=nee&winst=ja", "Uw plan lijkt niet te passen")]
    public async Task Eligibility_Answered_GivesReasonsAndNeverBlocks(string answers, string heading)
    {
        using var resident = fixture.Host.NewVisitor();

        var outcome = await resident.OpenAsync("/kom-ik-in-aanmerking" + answers);

        Assert.Equal(heading, outcome.Heading);
        Assert.Equal("/aanvragen", outcome.LinkTo("Begin met uw aanvraag"));
        Assert.Equal(answers.EndsWith("winst=ja", StringComparison.Ordinal), outcome.Text.Contains("winst moeten maken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eligibility_HalfAnswered_NamesTheQuestionsLeft()
    {
        using var resident = fixture.Host.NewVisitor();

        var page = await resident.OpenAsync("/kom-ik-in-aanmerking?uitkomst=1&oldenzaal=ja&anderen=misschien");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(3, page.Errors.Count);
    }

    [Fact]
    public async Task Partners_WhenALikePlanWasReleasedAndGranted_ShowsIt()
    {
        var proposal = Townspeople.Resident("lijkt erop") with { Neighbourhood = "binnenstad", Theme = "meedoen-en-ontmoeten" };
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.ReleaseAsync(Townspeople.Reviewer, id);
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");
        await fixture.Cases.MailedAsync(id, "decision");
        using var resident = fixture.Host.NewVisitor();

        var partners = await resident.PressAsync(
            await resident.OpenAsync("/aanvragen"), "Verder", [.. Idea.Where(field => field.Item1 != "wijk"), ("wijk", "binnenstad")]);

        Assert.Equal("Waar, wanneer en met wie", partners.Heading);
        Assert.Contains(proposal.Title, partners.Text, StringComparison.Ordinal);
    }

    private static string? Typed(PageSeen page, string field) => page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value");
}
