using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>A client of SendGrid's v3 API (https://www.twilio.com/docs/sendgrid/api-reference/mail-send).</summary>
public interface ISendGridClient
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">The request, with absolute address and authorization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The API's answer.</returns>
    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Sends a mail with <c>POST mail/send</c>.</summary>
    /// <param name="msg">The mail.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The API's answer; status 202 means accepted, not delivered.</returns>
    /// <exception cref="HttpRequestException">The API cannot be reached.</exception>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
