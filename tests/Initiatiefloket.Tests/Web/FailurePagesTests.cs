using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Initiatiefloket.Tests.Web;

public sealed class FailurePagesTests(ProbeSite site) : IClassFixture<ProbeSite>
{
    [Theory]
    [InlineData("/broken")]
    [InlineData("/broken-page")]
    public async Task Get_OfWhatFails_ShowsAPageWithACodeAndNoDetails(string address)
    {
        using var response = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));

        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Matches("Code: <code>[0-9a-f-]{36}</code>", html);
        Assert.Contains("Het ligt niet aan u.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Get_OfWhatIsNotThere_OffersANewLink()
    {
        using var response = await site.Browser.GetAsync(new Uri("/nergens", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<a href=\"/link-kwijt\">Vraag een nieuwe link</a>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileStorageIsDown_SaysSoAndWhenToTryAgain()
    {
        using var response = await site.Browser.GetAsync(new Uri("/outage", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.RetryAfter!.Delta);
        Assert.Contains("Het loket is even niet bereikbaar", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAndPost_OfAForm_WhileItsKeysCannotBeRead_SaySoToo()
    {
        var withoutStorage = new ProbeSite(services => services.AddWebWithoutStorage());
        await withoutStorage.InitializeAsync();
        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", "CfDJ8AhtJxfFHitCjU_RYsjT5AxQWCfcvUrRtEn")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form") { Content = token, Headers = { { "Cookie", "loket-formulier=CfDJ8AhtJxfFHitCjU_RYsjT5AxQWCfcvUrRtEn" } } };

        using var shown = await withoutStorage.Browser.GetAsync(new Uri("/form", UriKind.Relative));
        using var sent = await withoutStorage.Browser.SendAsync(request);
        await withoutStorage.DisposeAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, shown.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
    }

    [Fact]
    public async Task Get_ForJson_AnswersWithAProblem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/broken") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };

        using var response = await site.Browser.SendAsync(request);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Er ging iets mis bij ons", problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("reference").GetString()!);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Anything_ToAnUnknownAddress_ShowsThatThePageIsNotThere(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/bestaat/niet");

        using var response = await site.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Deze pagina is er niet", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
