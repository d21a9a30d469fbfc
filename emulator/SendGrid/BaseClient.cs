using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>What every client of the API shares.</summary>
public abstract class BaseClient : ISendGridClient
{
    private readonly HttpClient _http;
    private readonly BaseClientOptions _options;

    /// <summary>A client with an HTTP client of its own.</summary>
    /// <param name="options">Where the API is and how to sign in.</param>
    protected BaseClient(BaseClientOptions options)
        : this(null, options)
    {
    }

    /// <summary>A client on an HTTP client that the caller owns.</summary>
    /// <param name="httpClient">The HTTP client; null for one of its own.</param>
    /// <param name="options">Where the API is and how to sign in.</param>
    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _http = httpClient ?? new HttpClient();
    }

    /// <inheritdoc/>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }

    /// <inheritdoc/>
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Host.TrimEnd('/')}/{_options.Version}/mail/send");
        request.Content = new StringContent(msg.Serialize(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        foreach (var (name, value) in _options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = _options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }
}
