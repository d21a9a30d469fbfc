namespace SendGrid;

/// <summary>A client of SendGrid's v3 API.</summary>
public class SendGridClient : BaseClient
{
    /// <summary>A client with an HTTP client of its own.</summary>
    /// <param name="options">Where the API is and the key.</param>
    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    /// <summary>A client on an HTTP client that the caller owns.</summary>
    /// <param name="httpClient">The HTTP client.</param>
    /// <param name="options">Where the API is and the key.</param>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    /// <summary>A client with an HTTP client of its own.</summary>
    /// <param name="apiKey">The key.</param>
    /// <param name="host">Address of the API; null for SendGrid's.</param>
    /// <param name="requestHeaders">Headers for every request.</param>
    /// <param name="version">Version of the API; null for v3.</param>
    /// <param name="urlPath">Kept for the real signature; mail always goes to <c>mail/send</c>.</param>
    public SendGridClient(
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null)
        : base(OptionsOf(apiKey, host, requestHeaders, version))
    {
        _ = urlPath;
    }

    private static SendGridClientOptions OptionsOf(
        string apiKey, string host, Dictionary<string, string> requestHeaders, string version)
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, RequestHeaders = requestHeaders };
        options.Host = host ?? options.Host;
        options.Version = version ?? options.Version;
        return options;
    }
}
