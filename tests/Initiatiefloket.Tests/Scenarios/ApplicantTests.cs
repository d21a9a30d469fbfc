using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What the applicant does after sending, on the pages behind the link in the mail.</summary>
public sealed class ApplicantTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Questions_AnsweredInTwoSittings_GoToTheReviewerTogether()
    {
        var proposal = Townspeople.Resident("twee keer zitten");
        var id = await AskedTwoAsync(proposal);

        using var phone = fixture.Host.NewVisitor();
        var first = await phone.OpenAsync(await AnswerAddressAsync(proposal, id));
        var kept = await phone.PressAsync(first, "Bewaar en ga later verder", ("antwoord[1-1]", "In het wijkhuis."));
        Assert.Contains("Wij hebben uw antwoorden bewaard", kept.Text, StringComparison.Ordinal);
        Assert.Equal(InitiativeState.WaitingForApplicant, (await Cases.GetAsync(id)).State);

        using var laptop = fixture.Host.NewVisitor();
        var second = await laptop.OpenAsync(await AnswerAddressAsync(proposal, id));
        var incomplete = await laptop.PressAsync(second, "Verstuur antwoorden");
        Assert.Equal((HttpStatusCode)422, incomplete.Status);
        Assert.Equal(["Vul uw antwoord op vraag 2 in."], incomplete.Errors);
        var status = await laptop.PressAsync(incomplete, "Verstuur antwoorden", ("antwoord[1-2]", "De buurt betaalt mee."));

        Assert.Contains("De buurt betaalt mee.", status.Text, StringComparison.Ordinal);
        await Post.WaitForAsync(proposal.Email, $"antwoord ontvangen over initiatief {id}");
        await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2);
        var review = await Town.OpenAsync(Townspeople.Reviewer, $"initiatief {id}");
        Assert.Contains("In het wijkhuis.", review.Text, StringComparison.Ordinal);
        Assert.Contains("De buurt betaalt mee.", review.Text, StringComparison.Ordinal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");
        await Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Answers_KeptInAnotherTab_AreBothShownToTheLaterOne()
    {
        var proposal = Townspeople.Resident("twee tabbladen");
        var id = await AskedTwoAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var address = await AnswerAddressAsync(proposal, id);
        var tab = await resident.OpenAsync(address);
        var otherTab = await resident.OpenAsync(address);
        await resident.PressAsync(otherTab, "Bewaar en ga later verder", ("antwoord[1-1]", "Eerste tekst."));

        var told = await resident.PressAsync(tab, "Verstuur antwoorden", ("antwoord[1-1]", "Tweede tekst."), ("antwoord[1-2]", "Ja."));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Eerste tekst.", told.Text, StringComparison.Ordinal);
        Assert.Contains("Tweede tekst.", told.Text, StringComparison.Ordinal);
        Assert.Null((await Cases.GetAsync(id)).VerdictOf(1)!.AnsweredAt);
        await resident.PressAsync(told, "Verstuur antwoorden", ("antwoord[1-1]", "Beide teksten."));
        Assert.Equal("Beide teksten.", (await Cases.GetAsync(id)).VerdictOf(1)!.Questions[0].Answer);
    }

    [Fact]
    public async Task Email_WhenChanged_CountsAfterBothAddressesConfirmed()
    {
        const string newEmail = "nieuw.adres@bewoner.example";
        var proposal = Townspeople.Resident("ander adres");
        var id = await Town.ApplyAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var formerLink = await StatusAddressAsync(proposal, id);
        var contact = await resident.OpenAsync($"{formerLink}/gegevens");

        var asked = await resident.PressAsync(contact, "Bewaar mijn gegevens", ("email", newEmail), ("telefoon", "0541 123456"));
        Assert.Contains(newEmail, asked.Text, StringComparison.Ordinal);
        Assert.Equal(proposal.Email, (await Cases.ApplicantAsync(id)).Email);
        Assert.NotEqual("0541 123456", (await Cases.ApplicantAsync(id)).Phone);
        var stale = await resident.PressAsync(contact, "Bewaar mijn gegevens", ("naam", "Iemand Anders"));
        Assert.Contains(stale.Errors, error => error.StartsWith("Uw gegevens zijn intussen", StringComparison.Ordinal));

        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var works = await Town.FollowAsync(newEmail, "Bevestig uw nieuwe e-mailadres", "Bevestig dit adres");
        Assert.Equal("Dit adres werkt", works.Heading);
        Assert.Equal(proposal.Email, (await Cases.ApplicantAsync(id)).Email);
        var confirmed = await Town.FollowAsync(proposal.Email, $"Wilt u uw gegevens wijzigen? Initiatief {id}", "Ja, dit klopt", ("zelf", "true"));

        Assert.Equal("Uw gegevens zijn gewijzigd", confirmed.Heading);
        Assert.Equal("0541 123456", (await Cases.ApplicantAsync(id)).Phone);
        Assert.Equal(newEmail, (await Cases.ApplicantAsync(id)).Email);
        var told = await Post.WaitForAsync(proposal.Email, $"e-mailadres is gewijzigd voor initiatief {id}");
        Assert.DoesNotContain(newEmail, told.Text!, StringComparison.Ordinal);
        Assert.Equal("Wij bekijken uw aanvraag", (await Town.OpenAsync(newEmail, $"bevestigd voor initiatief {id}")).Heading);
        await AssertFormerLinkIsDeadAsync(resident, formerLink, newEmail, id);
        var events = await Cases.EventsAsync(id);
        Assert.Contains("contact-asked-1", events);
        Assert.Contains("email-changed-to-1", events);
        Assert.Single(events, happened => happened.StartsWith("contact-changed-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Withdrawal_WithAReason_IsReadByTheReviewer()
    {
        var proposal = Townspeople.Resident("stopt met reden");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        using var resident = fixture.Host.NewVisitor();
        var page = await resident.OpenAsync($"{await StatusAddressAsync(proposal, id)}/intrekken");

        await resident.PressAsync(page, "Ja, trek mijn aanvraag in", ("reden", "other-money"), ("toelichting", "De sportclub betaalt alles."));

        var mail = await Post.WaitForAsync(Townspeople.Reviewer, $"Ingetrokken: {id}");
        Assert.Contains("Ik heb het geld ergens anders gekregen.", mail.Text!, StringComparison.Ordinal);
        var review = await Town.OpenAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");
        Assert.Contains("De sportclub betaalt alles.", review.Text, StringComparison.Ordinal);
        Assert.Equal("other-money", (await Cases.GetAsync(id)).Withdrawal!.Code);
    }

    [Fact]
    public async Task File_OfADecidedCase_HoldsAllOfTheApplicantAndNothingOfOthers()
    {
        var proposal = Townspeople.Resident("wil alles hebben");
        var id = await Town.ApplyAsync(proposal);
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        await fixture.ReadLetterAsync(proposal.Email, id);

        using var http = new HttpClient();
        using var response = await http.GetAsync($"{await StatusAddressAsync(proposal, id)}/dossier");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{id}.zip", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["aanvraag.html", "brieven/brief-1.html", "brieven/brief-1.pdf", "gegevens.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var page = TextOf(zip, "aanvraag.html");
        Assert.Contains(proposal.Email, page, StringComparison.Ordinal);
        Assert.Contains("Wij hebben de aanvraag afgewezen.", page, StringComparison.Ordinal);
        Assert.Contains("Besluit over uw aanvraag", page, StringComparison.Ordinal);
        var json = TextOf(zip, "gegevens.json");
        Assert.Equal(proposal.Email, JsonDocument.Parse(json).RootElement.GetProperty("applicant").GetProperty("email").GetString());
        Assert.All([page, json], text => Assert.DoesNotContain("reviewer:", text, StringComparison.Ordinal));
        Assert.All([page, json], text => Assert.DoesNotContain("Kamphuis", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_OnlyWhatIsNeeded_LeavesOutTheNews()
    {
        var proposal = Townspeople.Resident("weinig mail", "4.000");
        var id = await Town.ApplyAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var page = await resident.OpenAsync($"{await StatusAddressAsync(proposal, id)}/mails");
        await resident.PressAsync(page, "Bewaar mijn keuze", ("mails", "Needed"));

        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await Post.WaitForAsync(Townspeople.Fatma, proposal.Title);
        fixture.Clock.Advance(TimeSpan.FromDays(12));

        var decision = await Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        Assert.Contains("Welke mails wilt u?", decision.Text!, StringComparison.Ordinal);
        Assert.Empty(await Post.AboutAsync(proposal.Email, "kijkt mee"));
        Assert.DoesNotContain("council-window", await Cases.MailsAsync(id));
    }

    private static string TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The reviewer puts two questions at once, the second with the button that makes room for it.</summary>
    private async Task<string> AskedTwoAsync(Proposal proposal)
    {
        var id = await Town.ApplyAsync(proposal);
        using var professional = fixture.Host.NewVisitor();
        var review = await professional.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);
        var more = await professional.PressAsync(
            review, "Nog een vraag", ("vraag[0].tekst", "Waar koken jullie?"), ("waarom", "Dan weten wij of de plek past."), ("soort", "aanvullen"));
        await professional.PressAsync(
            more,
            "Stel de vragen",
            ("vraag[1].tekst", "Wie betaalt de rest?"),
            ("vraag[1].onderdeel", "Costs"));
        await Cases.MailedAsync(id, "question-1-asked");
        return id;
    }

    private async Task<string> AnswerAddressAsync(Proposal proposal, string id) =>
        $"{(await Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}")).Link}/antwoord";

    /// <summary>What was mailed to the former address opens nothing any more, and sends a new link to the one that counts.</summary>
    private async Task AssertFormerLinkIsDeadAsync(Visitor resident, string formerLink, string newEmail, string id)
    {
        var dead = await resident.OpenAsync(formerLink);
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (dead.Status, dead.Heading));
        Assert.Equal(HttpStatusCode.Gone, (await resident.OpenAsync($"{formerLink}/gegevens")).Status);

        await resident.PressAsync(dead, "Stuur een link naar het adres dat nu geldt");
        Assert.Equal("Wij bekijken uw aanvraag", (await Town.OpenAsync(newEmail, $"Uw pagina over initiatief {id}")).Heading);
    }

    private async Task<string> StatusAddressAsync(Proposal proposal, string id) =>
        (await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
}
