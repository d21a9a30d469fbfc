using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Mail;

/// <summary>What SendGrid tells about a mail (www.twilio.com/docs/sendgrid/for-developers/tracking-events/event). What it leaves out is null.</summary>
public sealed record MailEvent
{
    /// <summary>Custom argument that a mail carries: the case, or another thing that mails.</summary>
    public const string CaseArg = "loket_case";

    /// <summary>Custom argument that a mail carries: its step.</summary>
    public const string StepArg = "loket_step";

    private static readonly JsonSerializerOptions Json = new();

    [JsonPropertyName("event")]
    public string? Event { get; init; }

    /// <summary>Of a bounce: <c>bounce</c> or <c>blocked</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    public long Timestamp { get; init; }

    [JsonPropertyName(CaseArg)]
    public string? CaseId { get; init; }

    [JsonPropertyName(StepArg)]
    public string? Step { get; init; }

    /// <summary>What became of the mail; null for an event that says nothing about that.</summary>
    [JsonIgnore]
    public MailFate? Fate => (Event, Type) switch
    {
        ("deferred", _) => MailFate.Delayed,
        ("delivered", _) => MailFate.Delivered,
        ("spamreport", _) => MailFate.ReportedAsSpam,
        ("bounce", "blocked") => MailFate.Blocked,
        ("bounce", _) => MailFate.Bounced,
        ("dropped", _) => MailFate.Dropped,
        _ => null,
    };

    /// <summary>The events in a body; null when it is not a list of them.</summary>
    public static IReadOnlyList<MailEvent>? ReadAll(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<List<MailEvent?>>(body, Json) is { } events ? [.. events.OfType<MailEvent>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
