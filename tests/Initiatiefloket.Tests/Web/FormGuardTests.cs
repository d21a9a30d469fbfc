using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Initiatiefloket.Tests.Web;

public sealed class FormGuardTests(ProbeSite site) : IClassFixture<ProbeSite>
{
    private static readonly Uri Form = new("/form", UriKind.Relative);

    [Fact]
    public async Task Post_WithTheTokenOfItsPage_RunsTheFunction()
    {
        using var content = new FormUrlEncodedContent([await site.OpenFormAsync(), new("title", "Escaperoom & meer")]);

        using var response = await site.Browser.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Escaperoom & meer", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_WithoutAToken_IsRefusedWithAdvice()
    {
        using var content = new FormUrlEncodedContent([new("title", "Escaperoom")]);

        using var response = await site.Browser.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Wij hebben uw formulier nog niet ontvangen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAToken_ShowsWhatWasTypedAndCanBeSentFromThere()
    {
        using var content = new FormUrlEncodedContent([new("title", "Escape <b>room</b>\n\"nu\""), new("website", ""), new("getoond", "zegel"), new("versie", "3")]);
        using var refused = await site.Browser.PostAsync(Form, content);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal(["Escape <b>room</b>\n\"nu\""], page.QuerySelectorAll("dd").Select(value => value.TextContent));

        var fields = page.QuerySelectorAll("form input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var again = new FormUrlEncodedContent(fields);
        using var response = await site.Browser.PostAsync(Form, again);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Escape <b>room</b>\n\"nu\"", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("cross-site", "title")]
    [InlineData("same-site", "title")]
    [InlineData("none", "title")]
    [InlineData(null, "title")]
    [InlineData("same-origin", "Bel nu 0900-1234")]
    [InlineData("same-origin", "title[<b>]")]
    public async Task Post_WithTextOfAnotherSite_ShowsNothingOfIt(string? from, string field)
    {
        using var handler = new HttpClientHandler();
        using var browser = new HttpClient(handler) { BaseAddress = site.Browser.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Form);
        request.Content = new FormUrlEncodedContent([new(field, "Maak 500 euro over")]);
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        using var response = await browser.SendAsync(request);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("500 euro", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0900", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfABrowserWithoutCookies_SaysSoTheSecondTimeAndDoesNotGoOn()
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var browser = site.NewBrowser(handler);
        using var content = new FormUrlEncodedContent([await site.OpenFormAsync(), new("title", "Escaperoom")]);
        using var first = await browser.PostAsync(Form, content);
        var asked = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await first.Content.ReadAsStringAsync());
        Assert.Contains("Uw browser stuurde geen cookie mee.", asked.Body!.TextContent, StringComparison.Ordinal);

        var fields = asked.QuerySelectorAll("form input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var again = new FormUrlEncodedContent(fields);
        using var second = await browser.PostAsync(Form, again);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.BadRequest, "Zet cookies aan"), (second.StatusCode, page.QuerySelector("h1")!.TextContent));
        Assert.Equal(["Escaperoom"], page.QuerySelectorAll("dd").Select(value => value.TextContent));
        Assert.Empty(page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Post_WithTheTokenOfSomebodyElse_IsRefused()
    {
        using var somebodyElse = site.NewBrowser();
        using var content = new FormUrlEncodedContent([await site.OpenFormAsync()]);

        using var response = await somebodyElse.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task Post_OfSomethingElseThanAForm_IsNoWayAroundTheToken(string mediaType)
    {
        using var content = new StringContent("{}", Encoding.UTF8, mediaType);

        using var response = await site.Browser.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_ToAFunctionThatNeedsNoToken_RunsIt()
    {
        using var response = await site.Browser.PostAsync(new Uri("/hook", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/hook/done", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_OfMoreThanAMegabyte_IsRefusedWhetherOrNotItSaysItsLength(bool saysLength)
    {
        using var content = new FormUrlEncodedContent([await site.OpenFormAsync(), .. Enumerable.Range(0, 11).Select(Large)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Form) { Content = content };
        request.Headers.TransferEncodingChunked = !saysLength;

        using var response = await site.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("maak de tekst of het bestand kleiner", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        static KeyValuePair<string, string> Large(int index) => new($"text{index}", new string('a', 100_000));
    }

    [Fact]
    public async Task Post_OfFilesToAFunctionThatTakesMore_RunsIt()
    {
        var token = await site.OpenFormAsync();
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token.Value), token.Key },
            { new ByteArrayContent(new byte[2 * 1024 * 1024]), "photo", "foto.jpg" },
        };

        using var response = await site.Browser.PostAsync(new Uri("/files", UriKind.Relative), content);

        Assert.Equal("1", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_OfTooManyFields_IsRefusedAsUnreadable()
    {
        using var content = new FormUrlEncodedContent(Enumerable.Range(0, 600).Select(index => new KeyValuePair<string, string>($"field{index}", "x")));

        using var response = await site.Browser.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Wij konden uw formulier niet lezen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CutOffHalfway_IsRefusedAsUnreadable()
    {
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nniet af");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var response = await site.Browser.PostAsync(Form, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
