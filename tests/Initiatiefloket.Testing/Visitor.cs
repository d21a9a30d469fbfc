using AngleSharp.Html.Parser;

namespace Initiatiefloket.Testing;

/// <summary>Somebody with a browser without JavaScript: opens pages, fills in forms, presses buttons, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A visitor with cookies of their own.</summary>
    /// <param name="site">Where the app answers.</param>
    /// <param name="sender">Network address that Azure's front end would report; without it the visitor is this machine, which has no limits.</param>
    public Visitor(Uri site, string? sender = null)
    {
        _http = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = site };
        if (sender is not null)
        {
            _http.DefaultRequestHeaders.Add("X-Forwarded-For", sender);
        }
    }

    /// <summary>Opens a page, following redirects.</summary>
    public async Task<PageSeen> OpenAsync(string address)
    {
        using var response = await _http.GetAsync(address);
        return await SeeAsync(response);
    }

    /// <summary>Follows a link of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="link">What the link says, or a part of it.</param>
    public Task<PageSeen> FollowAsync(PageSeen page, string link) => OpenAsync(new Uri(page.Address, page.LinkTo(link)).ToString());

    /// <summary>Sends a request as programs do that are no browser: without a form, a token or a page before it.</summary>
    public async Task<PageSeen> SendAsync(HttpMethod method, string address, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = fields.Count == 0
            ? null
            : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var response = await _http.SendAsync(request);
        return await SeeAsync(response);
    }

    /// <summary>Fills in the form that holds a button and presses it.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="button">What the button says.</param>
    /// <param name="fields">What is filled in, by field name; the other fields stay as the page shows them.</param>
    public async Task<PageSeen> PressAsync(PageSeen page, string button, params IReadOnlyList<(string Field, string Value)> fields)
    {
        var (action, values) = page.FillIn(button, fields);
        using var content = new FormUrlEncodedContent(values);
        using var response = await _http.PostAsync(new Uri(page.Address, action), content);
        return await SeeAsync(response);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<PageSeen> SeeAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await new HtmlParser().ParseDocumentAsync(html);
        return new PageSeen(response.RequestMessage!.RequestUri!, response.StatusCode, document)
        {
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }
}
