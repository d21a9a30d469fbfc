using System.Text.RegularExpressions;
using Initiatiefloket.Testing;
using Initiatiefloket.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Tests.Web;

/// <summary>The app of <see cref="ProbeFunctions"/> on the real worker, and a browser without a screen.</summary>
public sealed partial class ProbeSite : IAsyncLifetime
{
    private readonly Action<IServiceCollection> _addWeb;
    private InProcessApp _app = null!;

    public ProbeSite()
        : this(services => services.AddWebWithKeysInMemory())
    {
    }

    internal ProbeSite(Action<IServiceCollection> addWeb) => _addWeb = addWeb;

    /// <summary>Keeps cookies and follows no redirects.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _app = await InProcessApp.StartAsync(typeof(Loket).Assembly, new TestDurable(TimeProvider.System, ""), Build, _ => { });
        Browser = NewBrowser();
    }

    public HttpClient NewBrowser() => NewBrowser(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>A browser, which tells with each request that a page of this site sent it.</summary>
    public HttpClient NewBrowser(HttpMessageHandler handler)
    {
        var browser = new HttpClient(handler) { BaseAddress = _app.Address };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>Opens the form and takes over the token that its page carries.</summary>
    public async Task<KeyValuePair<string, string>> OpenFormAsync()
    {
        var field = TokenField().Match(await Browser.GetStringAsync(new Uri("/form", UriKind.Relative)));
        return new(field.Groups[1].Value, field.Groups[2].Value);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    private FunctionsApplicationBuilder Build(Uri site, string[] worker)
    {
        var builder = FunctionsApplication.CreateBuilder(worker);
        builder.ConfigureFunctionsWebApplication();
        builder.UseWeb();
        _addWeb(builder.Services);
        FunctionsOf<ProbeFunctions>.TakeOver(builder.Services);
        return builder;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
