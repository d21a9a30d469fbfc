using System.Text.RegularExpressions;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Tests.Web;

/// <summary>The app of <see cref="ProbeFunctions"/>, really hosted, and a browser without a screen.</summary>
public sealed partial class ProbeSite : IAsyncLifetime
{
    private readonly Action<IServiceCollection> _addWeb;
    private IHost? _host;

    public ProbeSite()
        : this(services => services.AddWebWithKeysInMemory())
    {
    }

    internal ProbeSite(Action<IServiceCollection> addWeb) => _addWeb = addWeb;

    /// <summary>Keeps cookies and follows no redirects.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = FunctionsApplication.CreateBuilder(
            ["--applicationName", typeof(ProbeFunctions).Assembly.GetName().Name!, "--urls", "http://127.0.0.1:0", "--AzureWebJobsStorage", ""]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseWeb();
        _addWeb(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
        Browser = NewBrowser();
    }

    public HttpClient NewBrowser()
    {
        var address = _host!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
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
        await _host!.StopAsync();
        _host.Dispose();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
