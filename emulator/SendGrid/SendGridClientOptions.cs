using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Options of <see cref="SendGridClient"/>.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    /// <summary>Options for SendGrid's own host.</summary>
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <summary>The API key; sets <see cref="BaseClientOptions.Auth"/>.</summary>
    /// <exception cref="ArgumentNullException">The key is empty.</exception>
    public string ApiKey
    {
        get;
        set
        {
            field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentNullException(nameof(ApiKey)) : value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
