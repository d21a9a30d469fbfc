using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Mail;

/// <summary>Section <c>Mail</c> of the settings.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";
    private const string FromIsWrong = "Set Mail__From to the address that mail comes from, whose domain is authenticated with SendGrid.";

    /// <summary>Address of the SendGrid API; locally the dev mailbox.</summary>
    [Required, Url]
    public string ApiHost { get; set; } = "https://api.sendgrid.com";

    /// <summary>Key of the SendGrid API.</summary>
    [Required(ErrorMessage = "Set Mail__ApiKey to a key of SendGrid's API; on your own machine any word.")]
    public string ApiKey { get; set; } = "";

    /// <summary>Public key with which SendGrid's events are verified, as it shows it; empty when it sends none.</summary>
    [Base64String]
    public string EventKey { get; set; } = "";

    /// <summary>Sender of all mail; its domain must be authenticated with SendGrid.</summary>
    [Required(ErrorMessage = FromIsWrong), EmailAddress(ErrorMessage = FromIsWrong)]
    public string From { get; set; } = "";

    /// <summary>How long the service may take for one mail, all tries together.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
