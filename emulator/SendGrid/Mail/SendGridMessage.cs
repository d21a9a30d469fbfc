using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail as <c>POST mail/send</c> takes it.</summary>
public partial class SendGridMessage
{
    /// <summary>Sender.</summary>
    public EmailAddress From { get; set; }

    /// <summary>Subject where a personalization has none.</summary>
    public string Subject { get; set; }

    /// <summary>Envelopes; at least one.</summary>
    public List<Personalization> Personalizations { get; set; }

    /// <summary>Bodies.</summary>
    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    /// <summary>Body in plain text; takes the place of <see cref="Contents"/>.</summary>
    [JsonIgnore]
    public string PlainTextContent { get; set; }

    /// <summary>Body in HTML; takes the place of <see cref="Contents"/>.</summary>
    [JsonIgnore]
    public string HtmlContent { get; set; }

    /// <summary>Files sent along.</summary>
    public List<Attachment> Attachments { get; set; }

    /// <summary>Mail headers for every receiver.</summary>
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Labels for SendGrid's statistics; at most ten.</summary>
    public List<string> Categories { get; set; }

    /// <summary>Values that come back in events; not sent to the receiver.</summary>
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>When to send, in seconds since 1970.</summary>
    public long? SendAt { get; set; }

    /// <summary>What SendGrid may follow.</summary>
    public TrackingSettings TrackingSettings { get; set; }

    /// <summary>Where answers go.</summary>
    public EmailAddress ReplyTo { get; set; }
}
