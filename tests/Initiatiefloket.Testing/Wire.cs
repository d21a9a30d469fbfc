using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Testing;

/// <summary>
/// The wire between the app and a service behind it (Azurite, the mail service). A test sees each request before and after the
/// service carries it out, and may cut the wire at either moment.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Func<WireRequest, bool> _before;
    private readonly Func<WireRequest, bool> _after;

    private Wire(Func<WireRequest, bool> before, Func<WireRequest, bool> after)
    {
        (_before, _after) = (before, after);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(CarryAsync);
    }

    /// <summary>Where the app's end of the wire is.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>The service at the other end: scheme, host and port.</summary>
    public Uri? Service { get; set; }

    /// <summary>Lays a wire.</summary>
    /// <param name="before">Sees a request before the service does; false cuts the wire, so that the service never gets it.</param>
    /// <param name="after">Sees a request after the service carried it out; false cuts the wire, so that the app never hears.</param>
    public static async Task<Wire> StartAsync(Func<WireRequest, bool> before, Func<WireRequest, bool> after)
    {
        var wire = new Wire(before, after);
        await wire._app.StartAsync();
        return wire;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task CarryAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new WireRequest(http.Request.Method, target, Encoding.UTF8.GetString(body.ToArray()));
        if (!_before(request))
        {
            http.Abort();
            return;
        }

        // Not cancelled when the app dies: what it sent is carried out, as with a real service.
        using var carried = Copy(http.Request, target, body.ToArray());
        using var answer = await _http.SendAsync(carried, CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (!_after(request))
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http.Response, answer, content);
    }

    private HttpRequestMessage Copy(HttpRequest from, string target, byte[] body)
    {
        // The path as it was sent: it is part of what the app signed.
        var copy = new HttpRequestMessage(new HttpMethod(from.Method), new Uri($"{Service!.GetLeftPart(UriPartial.Authority)}{target}", AsSent))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, value) in from.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding" or "Expect" or "Connection")))
        {
            if (!copy.Headers.TryAddWithoutValidation(name, value.ToArray()))
            {
                copy.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
            }
        }

        return copy;
    }

    private static async Task AnswerAsync(HttpResponse to, HttpResponseMessage answer, byte[] content)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
        {
            to.Headers[name] = value.ToArray();
        }

        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            to.ContentLength = to.ContentLength ?? content.Length;
            await to.Body.WriteAsync(content);
        }
    }
}

/// <summary>A request on a <see cref="Wire"/>.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Body">The body as text; a transaction holds its requests in it.</param>
public sealed record WireRequest(string Method, string Target, string Body);
