using System.IO.Compression;
using System.Text.Json;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A municipality's own questions, from its policy through the form to whoever reads the application.</summary>
public sealed class OwnQuestionsTests(OwnQuestionsFixture fixture) : IClassFixture<OwnQuestionsFixture>
{
    private const string Permit = "Heeft u een vergunning nodig?";
    private const string WhichPermit = "Zo ja: welke vergunning?";
    private const string Volunteers = "Hoeveel vrijwilligers helpen er?";

    [Fact]
    public async Task Answers_OfTheForm_ReachTheApplicantTheReviewerAndTheFile()
    {
        var proposal = Townspeople.Resident("eigen vragen") with
        {
            OwnAnswers = [("eigen.vergunning", "yes"), ("eigen.welke-vergunning", "Voor het plein"), ("eigen.vrijwilligers", "1200")],
        };
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);
        AssertShows(check.Text, Permit, "Ja", WhichPermit, "Voor het plein", Volunteers);
        Assert.DoesNotContain("Welke kunst", check.Text, StringComparison.Ordinal);

        await Town.SendAsync(resident, check, proposal);
        var confirm = await fixture.Town.OpenAsync(proposal.Email, "Bevestig uw aanvraag");
        AssertShows(confirm.Text, Permit, "Voor het plein", "1.200");
        var id = await fixture.Town.ConfirmAsync(proposal.Email);

        var review = await fixture.Town.OpenAsync(Townspeople.Reviewer, $"initiatief {id}");
        AssertShows(review.Text, Permit, WhichPermit, "Voor het plein", "1.200");
        var status = await fixture.Town.OpenAsync(proposal.Email, $"aanvraag {id} ontvangen");
        AssertShows(status.Text, Permit, "Voor het plein");
        await AssertFileHasAsync($"{status.Address.GetLeftPart(UriPartial.Path)}/dossier", "Voor het plein");
    }

    [Fact]
    public async Task Answer_LeftOpenOrAskedAbout_IsAskedByTheReviewer()
    {
        var proposal = Townspeople.Resident("laat eigen vraag open") with { OwnAnswers = [("eigen.vergunning", "no")] };
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);
        Assert.Contains(Volunteers, check.Text[..check.Text.IndexOf("Uw idee", StringComparison.Ordinal)], StringComparison.Ordinal);
        await Town.SendAsync(resident, check, proposal);
        var id = await fixture.Town.ConfirmAsync(proposal.Email);

        using var reviewer = fixture.Host.NewVisitor();
        var mail = await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}");
        Assert.Contains(Volunteers, mail.Text!, StringComparison.Ordinal);
        var ready = await reviewer.PressAsync(await reviewer.OpenAsync(mail.Link), "Vraag naar wat ontbreekt");
        Assert.Equal("own.vrijwilligers", ready.Document.QuerySelector("[name='vraag[0].onderdeel'] option[selected]")!.GetAttribute("value"));
        await reviewer.PressAsync(
            await reviewer.PressAsync(ready, "Nog een vraag"),
            "Stel de vragen",
            ("vraag[1].tekst", "Weet u dat zeker?"),
            ("vraag[1].onderdeel", "own.vergunning"));

        var status = await fixture.Town.OpenAsync(proposal.Email, $"Vraag over uw initiatief {id}");
        var questions = await resident.OpenAsync(status.LinkTo("Beantwoord de vragen"));
        AssertShows(questions.Text, Volunteers, $"Dit staat in uw aanvraag bij: {Permit}", "Nee");
    }

    [Fact]
    public async Task Answers_OfADraft_AreThereLaterAndWrongOnesAreTold()
    {
        using var resident = fixture.Host.NewVisitor();
        var proposal = Townspeople.Resident("komt later terug");
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", [("titel", "Feest"), ("plan", "Eten"), ("wijk", "de-thij"), ("thema", "kunst-en-cultuur")]);

        var wrong = await resident.PressAsync(
            second,
            "Verder",
            [
                .. proposal.FieldsOn(second), ("eigen.vergunning", "no"), ("eigen.welke-vergunning", new string('x', 61)),
                ("eigen.kunstvorm", "toneel"), ("eigen.vrijwilligers", "veel"),
            ]);

        Assert.Equal(["Vul een heel getal in met alleen cijfers. Bijvoorbeeld 25."], wrong.Errors);
        var again = await resident.OpenAsync(second.Address.PathAndQuery);
        Assert.Equal("toneel", again.Document.QuerySelector("[name='eigen.kunstvorm'][checked]")!.GetAttribute("value"));
        Assert.Equal("veel", again.Document.QuerySelector("[name='eigen.vrijwilligers']")!.GetAttribute("value"));
        Assert.Contains("Which art do you make together?", (await resident.OpenAsync(second.Address.AbsolutePath + "?taal=en")).Text, StringComparison.Ordinal);
    }

    private static void AssertShows(string page, params IEnumerable<string> texts) =>
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));

    private static async Task AssertFileHasAsync(string address, string answer)
    {
        using var http = new HttpClient();
        using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(address)));
        using var page = new StreamReader(zip.GetEntry("aanvraag.html")!.Open());
        AssertShows(await page.ReadToEndAsync(), Permit, answer);
        var own = (await JsonDocument.ParseAsync(zip.GetEntry("gegevens.json")!.Open())).RootElement.GetProperty("application").GetProperty("ownAnswers");
        Assert.Contains(own.EnumerateArray(), one => one.GetProperty("id").GetString() == "welke-vergunning" && one.GetProperty("answer").GetProperty("dutch").GetString() == answer);
    }
}
