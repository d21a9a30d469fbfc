using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <content>Ways to fill a message, and its JSON.</content>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Sets the sender.</summary>
    /// <param name="email">The sender.</param>
    public void SetFrom(EmailAddress email) => From = email;

    /// <summary>Sets where answers go.</summary>
    /// <param name="email">The address.</param>
    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    /// <summary>Sets the subject of an envelope.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="personalizationIndex">Which envelope; one past the last adds one.</param>
    /// <param name="personalization">An envelope to add and use instead.</param>
    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    /// <summary>Adds a receiver.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name to show.</param>
    public void AddTo(string email, string name = null) => AddTo(new EmailAddress(email, name));

    /// <summary>Adds a receiver to an envelope.</summary>
    /// <param name="email">The receiver.</param>
    /// <param name="personalizationIndex">Which envelope; one past the last adds one.</param>
    /// <param name="personalization">An envelope to add and use instead.</param>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        (Envelope(personalizationIndex, personalization).Tos ??= []).Add(email);
    }

    /// <summary>Adds a body.</summary>
    /// <param name="mimeType">Media type.</param>
    /// <param name="text">The text.</param>
    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    /// <summary>Adds a file; without name or content it does nothing.</summary>
    /// <param name="filename">File name.</param>
    /// <param name="base64Content">The file in base 64.</param>
    /// <param name="type">Media type.</param>
    /// <param name="disposition"><c>attachment</c> or <c>inline</c>.</param>
    /// <param name="content_id">Id by which the HTML refers to an inline file.</param>
    public void AddAttachment(
        string filename, string base64Content, string type = null, string disposition = null, string content_id = null)
    {
        if (!string.IsNullOrWhiteSpace(filename) && !string.IsNullOrWhiteSpace(base64Content))
        {
            (Attachments ??= []).Add(new Attachment
            {
                Filename = filename,
                Content = base64Content,
                Type = type,
                Disposition = disposition,
                ContentId = content_id,
            });
        }
    }

    /// <summary>Adds a mail header to an envelope.</summary>
    /// <param name="headerKey">Its name.</param>
    /// <param name="headerValue">Its value.</param>
    /// <param name="personalizationIndex">Which envelope; one past the last adds one.</param>
    /// <param name="personalization">An envelope to add and use instead.</param>
    public void AddHeader(
        string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Headers ??= []).Add(headerKey, headerValue);

    /// <summary>Adds a mail header for every receiver.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    public void AddGlobalHeader(string key, string value) => (Headers ??= []).Add(key, value);

    /// <summary>Adds a value to an envelope that comes back in events.</summary>
    /// <param name="customArgKey">Its name.</param>
    /// <param name="customArgValue">Its value.</param>
    /// <param name="personalizationIndex">Which envelope; one past the last adds one.</param>
    /// <param name="personalization">An envelope to add and use instead.</param>
    public void AddCustomArg(
        string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).CustomArgs ??= []).Add(customArgKey, customArgValue);

    /// <summary>Adds a value for every receiver that comes back in events.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= []).Add(key, value);

    /// <summary>Adds a label for statistics.</summary>
    /// <param name="category">The label.</param>
    public void AddCategory(string category) => (Categories ??= []).Add(category);

    /// <summary>Says whether SendGrid rewrites links to count clicks.</summary>
    /// <param name="enable">In HTML.</param>
    /// <param name="enableText">In plain text.</param>
    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    /// <summary>Says whether SendGrid sees who opens the mail.</summary>
    /// <param name="enable">Whether it does.</param>
    /// <param name="substitutionTag">Where in the HTML its picture goes.</param>
    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    /// <summary>The JSON for the API: plain text before HTML, each receiver once.</summary>
    /// <param name="useDefaultSerialization">Kept for the real signature.</param>
    /// <returns>The JSON.</returns>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [new Content(MimeType.Text, PlainTextContent), new Content(MimeType.Html, HtmlContent)];
            (PlainTextContent, HtmlContent) = (null, null);
            Contents.RemoveAll(content => content.Value is null);
        }

        if (Contents?.Count > 1)
        {
            Contents.RemoveAll(content => string.IsNullOrEmpty(content.Type) || string.IsNullOrEmpty(content.Value));
            Contents = [.. Contents.OrderBy(content => content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2)];
        }

        foreach (var envelope in Personalizations ?? [])
        {
            envelope.Tos = envelope.Tos?.Distinct().ToList();
            envelope.Ccs = envelope.Ccs?.Distinct().ToList();
            envelope.Bccs = envelope.Bccs?.Distinct().ToList();
        }

        return JsonSerializer.Serialize(this, Json);
    }

    private Personalization Envelope(int index, Personalization added)
    {
        Personalizations ??= [];
        if (added is not null || index == Personalizations.Count)
        {
            Personalizations.Add(added ?? new Personalization());
            return Personalizations[^1];
        }

        return Personalizations[index];
    }
}
