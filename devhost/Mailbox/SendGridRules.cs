namespace Initiatiefloket.DevHost;

/// <summary>What SendGrid refuses, in its own words (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors, and /limitations).</summary>
internal static partial class SendGridRules
{
    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    /// <summary>Every refusal as field and message; none for a mail that is accepted.</summary>
    public static IEnumerable<(string Field, string Message)> Refusals(SendGridMail mail) =>
        Of(mail).Concat(mail.Personalizations.SelectMany((envelope, number) => Of(mail, envelope, $"personalizations.{number}.to")))
            .Where(rule => rule.IsBroken).Select(rule => (rule.Field, rule.Message));

    /// <summary>Whether a mail server could take a mail for an address that the API accepts.</summary>
    public static bool CanBeDelivered(string email) => email.Length <= 254 && Deliverable().IsMatch(email);

    private static (bool IsBroken, string Field, string Message)[] Of(SendGridMail mail) =>
    [
        (mail.Personalizations.Count == 0, "personalizations", "The personalizations field is required and must have at least one personalization."),
        (mail.Personalizations.Count > 1000, "personalizations", "The personalization block is limited to 1000 personalizations per API request."),
        (mail.Personalizations.Sum(one => one.Everyone.Count()) > 1000, "personalizations", "There is a limit of 1000 total recipients (to + cc + bcc) per request."),
        (!IsAddress(mail.From), "from.email", "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter."),
        (mail.ReplyTo is { } reply && !IsAddress(reply), "reply_to.email", "The reply_to email does not contain a valid address."),
        (mail.Personalizations.Append(new()).Any(one => string.IsNullOrWhiteSpace(one.Subject ?? mail.Subject)) && mail.Personalizations.Count > 0, "subject", "The subject is required."),
        (mail.Headers.Keys.Any(ReservedHeaders.Contains), "headers", "One of the headers is reserved and cannot be set."),
        (mail.Headers.Any(header => !Ascii.IsValid(header.Key + header.Value)), "headers", "The headers cannot contain Unicode."),
        (mail.Content.Count == 0, "content", "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block."),
        (mail.Content.Any(body => string.IsNullOrEmpty(body.Value)), "content.0.value", "The content value must be a string at least one character in length."),
        (mail.Content.Skip(1).Any(body => body.Type == "text/plain"), "content", "If present, text/plain must be first, followed by text/html."),
        (mail.Categories.Count > 10, "categories", "There is a limit of 10 categories per request."),
        (mail.Categories.Any(category => category.Length > 255), "categories", "A category name cannot exceed 255 characters."),
        (mail.Categories.Distinct().Count() < mail.Categories.Count, "categories", "You must not provide the same category more than once."),
    ];

    private static (bool IsBroken, string Field, string Message)[] Of(SendGridMail mail, SendGridMail.Envelope envelope, string field) =>
    [
        (envelope.To.Count == 0, field, "The to array is required for all personalization objects, and must have at least one email object with a valid email address."),
        (!envelope.Everyone.All(IsAddress), $"{field}.0.email", "Does not contain a valid address."),
        (envelope.Everyone.Any(one => one.Name?.AsSpan().ContainsAny(',', ';') == true), $"{field}.0.name", "The name cannot include either the ; or , characters."),
        (envelope.Everyone.DistinctBy(one => one.Email?.ToUpperInvariant()).Count() < envelope.Everyone.Count(), field, "Each email address in the personalization block should be unique between to, cc, and bcc."),
        (envelope.Headers.Keys.Any(ReservedHeaders.Contains), "headers", "One of the headers is reserved and cannot be set."),
        (mail.CustomArgs.Concat(envelope.CustomArgs).Sum(pair => Encoding.UTF8.GetByteCount(pair.Key + pair.Value)) >= 10_000, "custom_args", "The total length of custom arguments must be less than 10000 bytes."),
    ];

    private static bool IsAddress(MailAddressee? addressee) => addressee?.Email is { } email && Acceptable().IsMatch(email);

    // No Unicode before the @; a domain of at least two parts behind it.
    [GeneratedRegex(@"^[!-?A-~]+@[^\s@.]+(\.[^\s@.]+)+$")]
    private static partial Regex Acceptable();

    // RFC 5321 without quoted local parts, which hardly any server takes.
    [GeneratedRegex(@"^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_]([\w-]{0,61}[^\W_])$")]
    private static partial Regex Deliverable();
}
