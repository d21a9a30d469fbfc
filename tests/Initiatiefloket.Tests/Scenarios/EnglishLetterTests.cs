using System.IO.Compression;
using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The translation of a letter, for a resident who applied in English, over real HTTP, storage and replay.</summary>
public sealed class EnglishLetterTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Notice = "This is a translation for your convenience. Only the letter in Dutch is the decision.";

    private Town Town => fixture.Town;

    private Policy Policy => fixture.Host.Services.GetRequiredService<Policy>();

    [Fact]
    public async Task Grant_OfWhoAppliedInEnglish_HasATranslationBesideTheLetterWithTheSameLastDay()
    {
        var proposal = Townspeople.Resident("english grant", "450");
        var id = await Town.ApplyInEnglishAsync(proposal);
        using var reviewer = fixture.Host.NewVisitor();
        var review = await reviewer.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);
        var preview = await reviewer.PressAsync(review, "Ken toe", Decisions.Approval(review));
        Assert.Contains("De aanvrager krijgt ook een Engelse vertaling.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Ons besluit", preview.Text, StringComparison.Ordinal);

        await reviewer.SendReadAsync(preview);

        var mail = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Decision on your initiative {proposal.Title} ({id})");
        Assert.Contains("There is also a translation of the letter in English.", mail.Text!, StringComparison.Ordinal);
        await fixture.Host.Durable.IdleAsync();
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync($"{mail.Link}?taal=en");
        var letter = await resident.FollowAsync(status, "Letter: grant, settled at once (in Dutch)");
        var translation = await resident.FollowAsync(status, "Translation in English");
        var last = Objection.LastDay(fixture.Today, Policy.Terms.Objection, Policy.WorkingDays);
        Assert.Equal("nl", letter.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains($"uiterlijk op {last.InWordsWithWeekday()}", letter.Text, StringComparison.Ordinal);
        Assert.Empty(letter.Document.QuerySelectorAll("[role=note], span[lang]"));
        Assert.Equal("en", translation.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(Notice, translation.Document.QuerySelector("[role=note]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{last.ToString("dddd d MMMM yyyy", Language.English)} at the latest", translation.Text, StringComparison.Ordinal);
        Assert.Contains("Dit helpt de wijk vooruit.", translation.Document.QuerySelectorAll("span[lang=nl]").Select(span => span.TextContent));
        Assert.Contains("(this letter counts)", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translation_OnceSent_IsInTheFileAndAtTheDeskAndGoesWithTheCase()
    {
        var proposal = Townspeople.Resident("english file", "450");
        var id = await Town.ApplyInEnglishAsync(proposal);
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        var mail = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Decision on your initiative {proposal.Title} ({id})");
        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(id);
        await fixture.Host.Durable.IdleAsync();

        using var http = new HttpClient();
        using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(new Uri($"{mail.Link}/dossier"))));
        Assert.Equal(
            ["brief-1-vertaling.html", "brief-1-vertaling.pdf", "brief-1.html", "brief-1.pdf"],
            zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("brieven/", StringComparison.Ordinal)).Select(name => name[8..]).Order(StringComparer.Ordinal));
        using var pdf = await http.GetAsync(new Uri($"{mail.Link}/brief/1/vertaling/pdf"));
        Assert.Equal(("application/pdf", $"brief-{id}-en.pdf"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.FileName!.Trim('"')));

        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains("De aanvrager kreeg ook een Engelse vertaling", desk.Text, StringComparison.Ordinal);
        Assert.Contains(Notice, (await coordinator.FollowAsync(desk, "Vertaling van brief 1")).Text, StringComparison.Ordinal);
        using var printed = await http.GetAsync(new Uri($"{desk.Address}/brief/1/vertaling/pdf"));
        Assert.Equal(HttpStatusCode.OK, printed.StatusCode);

        Assert.NotEmpty(await LettersOfAsync(id));
        await fixture.Host.Services.GetRequiredService<CaseErasure>().EraseEndedAsync(fixture.Clock.GetUtcNow().AddSeconds(1), 10, CancellationToken.None);
        Assert.Empty(await LettersOfAsync(id));
    }

    [Fact]
    public async Task Intention_ToWhoAppliedInEnglish_HasATranslationThatDecidesNothing()
    {
        var proposal = Townspeople.Resident("english intention", "450");
        var id = await Town.ApplyInEnglishAsync(proposal);

        await Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", "Wijs af", ("grond", "accounting"), ("redenen", "De begroting klopt niet."));

        var mail = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Intention about your initiative {proposal.Title} ({id})");
        Assert.Contains("There is also a translation of the letter in English.", mail.Text!, StringComparison.Ordinal);
        await fixture.Host.Durable.IdleAsync();
        using var resident = fixture.Host.NewVisitor();
        var translation = await resident.OpenAsync($"{mail.Link}/brief/1/vertaling");
        Assert.Contains("Only the letter in Dutch counts.", translation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Do you disagree with this decision?", translation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterLetter_ToWhoAppliedInEnglish_IsReadInDutchAndHasATranslation()
    {
        var proposal = Townspeople.Resident("english objection", "1.200");
        var id = await Town.ApplyInEnglishAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.000");
        await fixture.Cases.MailedAsync(id, "decision");
        await fixture.Host.Durable.IdleAsync();
        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.FollowAsync(await coordinator.OpenAsync(await fixture.DeskLinkAsync(id)), "Besluit op bezwaar");
        (string, string)[] fields =
        [
            ("besluit", "Uw bezwaar is ongegrond."),
            ("redenen", "Wij blijven bij ons besluit."),
            ("dag.day", $"{fixture.Today.Day}"),
            ("dag.month", $"{fixture.Today.Month}"),
            ("dag.year", $"{fixture.Today.Year}"),
        ];

        var preview = await coordinator.PressAsync(page, "Bekijk de brief", fields);
        Assert.Contains("De aanvrager krijgt ook een Engelse vertaling.", preview.Text, StringComparison.Ordinal);
        await coordinator.PressAsync(preview, "Verstuur de brief", [.. fields, ("akkoord", "on")]);

        await fixture.Host.Durable.IdleAsync();
        var letter = (await fixture.Cases.GetAsync(id)).Letters[^1];
        Assert.Equal((LetterKind.ObjectionDecision, true), (letter.Kind, letter.IsTranslated));
        using var resident = fixture.Host.NewVisitor();
        var translation = await resident.OpenAsync(
            $"{(await fixture.Host.Post.WaitForAsync(proposal.Email, $"Decision on your initiative {proposal.Title} ({id})", number: 2)).Link}/brief/2/vertaling");
        Assert.Contains("You can appeal to de rechtbank Overijssel.", translation.Text, StringComparison.Ordinal);
        Assert.Contains("Uw bezwaar is ongegrond.", translation.Document.QuerySelectorAll("span[lang=nl]").Select(span => span.TextContent));
    }

    [Fact]
    public async Task Letter_OfWhoAppliedInDutch_HasNoTranslation()
    {
        var proposal = Townspeople.Resident("gewoon nederlands", "900");
        var id = await Town.ApplyAsync(proposal);
        using var reviewer = fixture.Host.NewVisitor();
        var review = await reviewer.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link);
        var preview = await reviewer.PressAsync(review, "Ken toe", Decisions.Approval(review));
        Assert.DoesNotContain("vertaling", preview.Text, StringComparison.Ordinal);

        await reviewer.SendReadAsync(preview);
        var mail = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        await fixture.Host.Durable.IdleAsync();

        Assert.DoesNotContain("vertaling", mail.Text!, StringComparison.Ordinal);
        using var resident = fixture.Host.NewVisitor();
        Assert.DoesNotContain("vertaling", (await resident.OpenAsync(mail.Link)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await resident.OpenAsync($"{mail.Link}/brief/1/vertaling")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await resident.OpenAsync($"{mail.Link}/brief/1/vertaling/pdf")).Status);
        Assert.Equal(3, (await LettersOfAsync(id)).Count);
    }

    private async Task<IReadOnlyList<string>> LettersOfAsync(string id) =>
        [.. (await fixture.Host.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(ContainerNames.Letters).GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{id}/", CancellationToken.None).ToListAsync()).Select(blob => blob.Name)];
}
