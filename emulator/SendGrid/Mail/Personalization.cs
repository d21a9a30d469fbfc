using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope: who gets the mail, and what differs for them.</summary>
public class Personalization
{
    /// <summary>Receivers.</summary>
    [JsonPropertyName("to")]
    public List<EmailAddress> Tos { get; set; }

    /// <summary>Receivers of a copy.</summary>
    [JsonPropertyName("cc")]
    public List<EmailAddress> Ccs { get; set; }

    /// <summary>Hidden receivers of a copy.</summary>
    [JsonPropertyName("bcc")]
    public List<EmailAddress> Bccs { get; set; }

    /// <summary>Subject for these receivers.</summary>
    public string Subject { get; set; }

    /// <summary>Mail headers for these receivers.</summary>
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Values that come back in events; not sent to the receiver.</summary>
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>When to send, in seconds since 1970.</summary>
    public long? SendAt { get; set; }
}
