using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Initiatiefloket.Benchmarks;

/// <summary>Stands before Azurite and counts what goes through.</summary>
internal sealed class Meter : IAsyncDisposable
{
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly ConcurrentDictionary<StorageCall, long> _counts = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication _app;
    private readonly Dictionary<int, (string Service, string Azurite)> _ways = [];

    private Meter()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            Array.ForEach(Services, _ => kestrel.Listen(IPAddress.Loopback, 0));
        });
        _app = builder.Build();
        _app.Run(CarryAsync);
    }

    /// <summary>For the app: the same accounts, through the meter.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>What went through until now.</summary>
    public Tally Tally => new(_counts.ToDictionary());

    public static async Task<Meter> StartAsync(string azurite)
    {
        var meter = new Meter();
        await meter._app.StartAsync();
        foreach (var (service, address) in Services.Zip(meter._app.Urls))
        {
            var there = Regex.Match(azurite, $"{service}Endpoint=(http://[^/]+)/").Groups[1].Value;
            meter._ways[new Uri(address).Port] = (service.ToLowerInvariant(), there);
            azurite = azurite.Replace(there, address, StringComparison.Ordinal);
        }

        meter.ConnectionString = azurite;
        return meter;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task CarryAsync(HttpContext http)
    {
        var (service, azurite) = _ways[http.Connection.LocalPort];
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = target.EndsWith("$batch", StringComparison.Ordinal) ? await ReadAsync(http.Request) : "";
        var way = new Way($"{azurite}{target}", service == "queue" && http.Request.Method == "GET");
        await _app.Services.GetRequiredService<IHttpForwarder>().SendAsync(http, azurite, _http, ForwarderRequestConfig.Empty, way);
        var call = StorageCall.Of(service, http.Request.Method, target, body, way.FoundNothing);
        _counts.AddOrUpdate(call, 1, (_, count) => count + 1);
    }

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return text;
    }

    private sealed class Way(string target, bool looksForMessages) : HttpTransformer
    {
        private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

        public bool FoundNothing { get; private set; }

        public override async ValueTask TransformRequestAsync(HttpContext http, HttpRequestMessage request, string prefix, CancellationToken cancellation)
        {
            await base.TransformRequestAsync(http, request, prefix, cancellation);

            // The path as it was sent: it is part of what the app signed.
            request.RequestUri = new Uri(target, AsSent);
            request.Headers.Host = null;
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext http, HttpResponseMessage? response, CancellationToken cancellation)
        {
            if (looksForMessages && response is not null)
            {
                await response.Content.LoadIntoBufferAsync(cancellation);
                var messages = await response.Content.ReadAsStringAsync(cancellation);
                FoundNothing = !messages.Contains("<QueueMessage>", StringComparison.Ordinal);
            }

            return await base.TransformResponseAsync(http, response, cancellation);
        }
    }
}
