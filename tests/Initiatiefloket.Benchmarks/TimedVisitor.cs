using System.Diagnostics;
using AngleSharp.Html.Parser;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>A visitor whose every request is timed, each step of a redirect too; reading the page is not.</summary>
internal sealed class TimedVisitor(Uri site, PageTimes times, CancellationToken stop) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };

    public Task<PageSeen> OpenAsync(string address) => SendAsync(HttpMethod.Get, new Uri(site, address), content: null);

    public async Task<PageSeen> PressAsync(PageSeen page, string button, IReadOnlyList<(string Field, string Value)> fields)
    {
        var (action, values) = page.FillIn(button, fields);
        using var content = new FormUrlEncodedContent(values);
        return await SendAsync(HttpMethod.Post, new Uri(page.Address, action), content);
    }

    public void Dispose() => _http.Dispose();

    private async Task<PageSeen> SendAsync(HttpMethod method, Uri address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        var kind = PageTimes.KindOf(method, address);
        var started = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request, stop);
        times.Add(kind, Stopwatch.GetElapsedTime(started));
        if (response.Headers.Location is { } next)
        {
            return await SendAsync(HttpMethod.Get, new Uri(address, next), content: null);
        }

        var document = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(stop));
        var page = new PageSeen(address, response.StatusCode, document) { Headers = new Dictionary<string, string>() };
        if (!response.IsSuccessStatusCode || page.Errors.Count > 0)
        {
            times.Failures.Add($"{kind}: {(int)response.StatusCode} {string.Join(' ', page.Errors)}");
        }

        return page;
    }
}
