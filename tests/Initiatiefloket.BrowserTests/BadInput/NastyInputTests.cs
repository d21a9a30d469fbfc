using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Initiatiefloket.BrowserTests.Journeys;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Testing;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.BrowserTests.BadInput;

/// <summary>Whatever is typed gets a clear answer, is kept as text, and never becomes part of a page.</summary>
public sealed class NastyInputTests(QuietSite site) : IClassFixture<QuietSite>
{
    private const int Robots = 4;
    private const string Reviewer = "e.kamphuis@oldenzaal.example";

    private static readonly string[] TextSteps = [Form.Idea, Form.Where, Form.Costs, Form.About];

    [Fact]
    public void Corpus_IsLargeEnough() => Assert.InRange(NastyStrings.All.Count, 500, 2000);

    [Fact]
    public async Task Steps_EveryStringInEveryField_KeepItAsText() =>
        await Task.WhenAll(NastyStrings.All.Index().GroupBy(text => text.Index % Robots, text => text.Item).Select(FillInAllAsync));

    [Fact]
    public async Task Addresses_WithEveryString_AreAnswered()
    {
        using var http = new HttpClient { BaseAddress = site.Host.Address };
        await Parallel.ForEachAsync(NastyStrings.All.Where(text => text.Length < 500), new ParallelOptions { MaxDegreeOfParallelism = Robots }, async (text, cancellation) =>
        {
            var sent = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            foreach (var address in (string[])[$"/aanvragen/{sent}/idee", $"/bevestigen/{sent}", $"/kom-ik-in-aanmerking?oldenzaal={sent}&taal={sent}"])
            {
                using var answer = await http.GetAsync(address, cancellation);
                Assert.True((int)answer.StatusCode < 500, $"{address} gave {answer.StatusCode}");
                Assert.Empty(ForeignMarkup.In(await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(cancellation), cancellation)));
            }
        });
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "titel=%ff%fe%zz&plan=%00&=&&&titel")]
    [InlineData("application/x-www-form-urlencoded", "kosten[999999999].bedrag=1&kosten[-1].bedrag=1&versie=99999999999999")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nniet af")]
    [InlineData("multipart/form-data", "geen grens")]
    [InlineData("application/json", "{\"titel\":\"x\"}")]
    [InlineData("text/xml", "<titel/>")]
    public async Task Post_Malformed_IsRefused(string type, string body)
    {
        using var http = new HttpClient { BaseAddress = site.Host.Address };
        using var begun = await http.GetAsync("/aanvragen");
        foreach (var address in (string[])[begun.RequestMessage!.RequestUri!.AbsolutePath, "/later-verder/AAAAAAAAAAAAAAAAAAAAAA"])
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await http.PostAsync(address, content);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [Fact]
    public async Task Application_FullOfNastyText_IsTextForEverybody()
    {
        var town = new Town(site.Host.Address, site.Host.Post);
        var texts = NastyStrings.Short;
        foreach (var round in Enumerable.Range(0, 5))
        {
            var proposal = new Proposal
            {
                Title = texts[round * 7],
                Plan = string.Join('\n', texts.Skip(round * 50).Take(50)),
                ForWhom = texts[(round * 7) + 1],
                Partners = texts[(round * 7) + 2],
                Name = texts[(round * 7) + 3],
                Email = $"robot{round}@bewoner.example",
            };
            var id = await town.ApplyAsync(proposal);
            var received = await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen");
            var invited = await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}");

            Assert.DoesNotContain('\n', invited.Subject);
            Assert.All([received, invited], mail => Assert.Empty(ForeignMarkup.In(new HtmlParser().ParseDocument(mail.Html!))));
            Assert.All(
                [await town.OpenAsync(proposal.Email, "ontvangen"), await town.OpenAsync(Reviewer, $"initiatief {id}")],
                page => Assert.Empty(ForeignMarkup.In(page.Document)));
        }
    }

    [Fact]
    public async Task PagesBehindLinks_EveryStringInEveryField_AreAnsweredAndShowItAsText()
    {
        var town = new Town(site.Host.Address, site.Host.Post);
        var proposal = new Proposal { Title = "Buurtkas achter links", Email = "robot.links@bewoner.example" };
        var id = await town.ApplyAsync(proposal);
        var status = (await site.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;
        var review = new Uri((await site.Host.Post.WaitForAsync(Reviewer, $"initiatief {id}")).Link).GetLeftPart(UriPartial.Path);
        var desk = await site.Host.Services.GetRequiredService<LinkMaker>().NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None);
        using var reviewer = site.Host.NewVisitor();

        await Task.WhenAll(
            PressWithAllAsync($"{status}/gegevens", "Bewaar mijn gegevens"),
            PressWithAllAsync(desk.AbsoluteUri, "Verbeter de gegevens"),
            PressWithAllAsync((await reviewer.OpenAsync(review)).LinkTo("Geef de zaak door"), "Geef de zaak door"));
    }

    private async Task PressWithAllAsync(string address, string button)
    {
        using var robot = site.Host.NewVisitor();
        var first = await robot.OpenAsync(address);
        var page = first;
        foreach (var text in NastyStrings.All)
        {
            var answer = await robot.PressAsync(page, button, [.. TextFields(page).Select(field => (field.Name, text))]);

            Assert.True(
                answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge,
                $"{answer.Status} for {text[..Math.Min(text.Length, 100)]} on {address}");
            Assert.Empty(ForeignMarkup.In(answer.Document));
            page = answer.Buttons.Contains(button) ? answer : first;
        }
    }

    private async Task FillInAllAsync(IEnumerable<string> texts)
    {
        using var robot = site.Host.NewVisitor();
        var first = await robot.OpenAsync("/aanvragen");
        var pages = new Dictionary<string, PageSeen>();
        foreach (var step in TextSteps)
        {
            var address = new Uri(first.Address, step).AbsolutePath;
            pages[address] = await OpenAsync(robot, new Uri(first.Address, step));
        }

        foreach (var text in texts)
        {
            foreach (var (address, page) in pages)
            {
                pages[address] = await FillInAsync(robot, page, text);
            }
        }
    }

    /// <returns>The same page of the form, as it is after it was saved.</returns>
    private static async Task<PageSeen> FillInAsync(Visitor robot, PageSeen page, string text)
    {
        var answer = await robot.PressAsync(page, "Verder", [.. TextFields(page).Select(field => (field.Name, text))]);
        Assert.Empty(ForeignMarkup.In(answer.Document));
        if (answer.Status == HttpStatusCode.RequestEntityTooLarge || (answer.Status == HttpStatusCode.BadRequest && text.Contains('\0', StringComparison.Ordinal)))
        {
            // The framework takes no zeros in forms; nothing is stored then, and the draft still opens.
            return await OpenAsync(robot, page.Address);
        }

        Assert.True(
            answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity,
            $"{answer.Status} for {text[..Math.Min(text.Length, 100)]} of {text.Length} signs on {page.Address}");

        var kept = answer.Address == page.Address ? answer : await OpenAsync(robot, page.Address);
        var clean = PostedText.Clean(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        var line = string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(TextFields(kept), field => Assert.Equal(field.IsLong ? clean : IsWords(field.Name) ? line : PostedText.CleanValue(text), field.Value));
        return kept;
    }

    // Words may hold characters that join what stands around them; a number, a date, an address or a phone number holds nothing that nobody sees.
    private static bool IsWords(string field) => field is ApplicationForm.TitleField or ApplicationForm.OrganisationField or ApplicationForm.NameField
        or ApplicationForm.TownField or ApplicationForm.OtherCountryField
        || PlainQuestions.Declared.Any(question => question.Kind == AnswerKind.Line && question.Field == field)
        || field.EndsWith(".omschrijving", StringComparison.Ordinal);

    private static async Task<PageSeen> OpenAsync(Visitor robot, Uri address)
    {
        var page = await robot.OpenAsync(address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private static IEnumerable<(string Name, string Value, bool IsLong)> TextFields(PageSeen page) =>
    [
        .. page.Document.QuerySelectorAll("main input[type=text], main input[type=email], main input[type=tel]").Cast<IHtmlInputElement>()
            .Select(input => (input.Name!, input.GetAttribute("value") ?? "", false)),
        .. page.Document.QuerySelectorAll("main textarea").Cast<IHtmlTextAreaElement>().Select(input => (input.Name!, input.TextContent, true)),
    ];
}
