namespace SendGrid.Helpers.Mail;

/// <summary>Short ways to a message.</summary>
public class MailHelper
{
    /// <summary>A mail to one receiver; an empty body is left out.</summary>
    /// <param name="from">Sender.</param>
    /// <param name="to">Receiver.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="plainTextContent">Body in plain text.</param>
    /// <param name="htmlContent">Body in HTML.</param>
    /// <returns>The message.</returns>
    public static SendGridMessage CreateSingleEmail(
        EmailAddress from, EmailAddress to, string subject, string plainTextContent, string htmlContent)
    {
        var message = new SendGridMessage();
        message.SetFrom(from);
        message.SetSubject(subject);
        if (!string.IsNullOrEmpty(plainTextContent))
        {
            message.AddContent(MimeType.Text, plainTextContent);
        }

        if (!string.IsNullOrEmpty(htmlContent))
        {
            message.AddContent(MimeType.Html, htmlContent);
        }

        message.AddTo(to);
        return message;
    }
}
