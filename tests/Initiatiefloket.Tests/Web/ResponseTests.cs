using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Web;

public sealed class ResponseTests(ProbeSite site) : IClassFixture<ProbeSite>
{
    [Fact]
    public async Task Page_Always_TellsTheBrowserToTrustNothingElseAndKeepNothing()
    {
        using var response = await site.Browser.GetAsync(new Uri("/form", UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Page_WithAForm_SetsACookieThatScriptsAndOtherSitesCannotUse()
    {
        using var browser = site.NewBrowser();
        using var response = await browser.GetAsync(new Uri("/form", UriKind.Relative));

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("loket-formulier=", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_OfASiteOnHttps_AreSecureAndOfThisHostOnly()
    {
        var secure = new ProbeSite(services => services.AddWebWithKeysInMemory().Configure<SiteOptions>(options => options.PublicAddress = "https://loket.example"));
        await secure.InitializeAsync();
        try
        {
            using var response = await secure.Browser.GetAsync(new Uri("/form?taal=en", UriKind.Relative));

            var cookies = response.Headers.GetValues("Set-Cookie").ToList();
            Assert.NotEmpty(cookies);
            Assert.All(cookies, cookie => Assert.Matches("^__Host-.*; path=/; secure; samesite=lax; httponly$", NoAge(cookie)));
            Assert.Equal("max-age=31536000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
        }
        finally
        {
            await secure.DisposeAsync();
        }

        static string NoAge(string cookie) => string.Join("; ", cookie.Split("; ").Where(part => !part.StartsWith("max-age", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Amounts_Always_AreWrittenTheDutchWay() =>
        Assert.Equal("1.234,50", await site.Browser.GetStringAsync(new Uri("/amount", UriKind.Relative)));

    [Fact]
    public async Task Letter_Always_MayHaveItsOwnStylesAndNothingElse()
    {
        using var response = await site.Browser.GetAsync(new Uri("/letter", UriKind.Relative));

        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Asset_ByItsAddress_MayBeKeptForAYear(string accepts, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new SiteAssets().Href("site.css"));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);

        using var response = await site.Browser.SendAsync(request);

        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(new MediaTypeHeaderValue("text/css", "utf-8"), response.Content.Headers.ContentType);
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
    }

    [Fact]
    public async Task Asset_ByAnotherAddress_IsNotThere()
    {
        using var response = await site.Browser.GetAsync(new Uri("/assets/0000000000000000/site.css", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void NotFound_AmongTheFunctionsOfTheApp_IsTheLastByName()
    {
        var names = typeof(SitePages).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>();

        Assert.Equal("ZzNotFound", names.Max(StringComparer.OrdinalIgnoreCase));
    }
}
