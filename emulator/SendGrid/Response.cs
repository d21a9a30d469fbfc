using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SendGrid;

/// <summary>What the API answered; a refusal is a response too, not an exception.</summary>
/// <param name="statusCode">HTTP status.</param>
/// <param name="responseBody">HTTP body.</param>
/// <param name="responseHeaders">HTTP headers, among them <c>X-Message-Id</c>.</param>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    /// <summary>HTTP status; 202 for a mail that was accepted.</summary>
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>HTTP body.</summary>
    public HttpContent Body { get; set; } = responseBody;

    /// <summary>HTTP headers.</summary>
    public HttpResponseHeaders Headers { get; set; } = responseHeaders;

    /// <summary>Reads a JSON body; its values are <see cref="JsonElement"/> here and Newtonsoft's tokens in the real package.</summary>
    /// <param name="content">The body to read instead of <see cref="Body"/>.</param>
    /// <returns>The top-level members; empty without a body.</returns>
    public virtual async Task<Dictionary<string, dynamic>> DeserializeResponseBodyAsync(HttpContent content = null)
    {
        content ??= Body;
        return content is null
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, dynamic>>(await content.ReadAsStringAsync().ConfigureAwait(false));
    }
}
