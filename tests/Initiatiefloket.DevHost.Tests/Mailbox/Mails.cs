using System.Net.Http.Headers;

namespace Initiatiefloket.DevHost.Tests.Mailbox;

/// <summary>A mail as the app hands it to SendGrid.</summary>
internal static class Mails
{
    public static string To(string email) =>
        $$"""
        {
          "from": { "email": "loket@oldenzaal.example", "name": "Initiatiefloket" },
          "personalizations": [{ "to": [{ "email": "{{email}}", "name": "Anna" }] }],
          "subject": "Uw <aanvraag>",
          "content": [
            { "type": "text/plain", "value": "Ga naar http://localhost:7071/a?x=1&y=2. Of niet." },
            { "type": "text/html", "value": "<p>Ga <a href='http://localhost:7071/a'>verder</a></p>" }
          ],
          "attachments": [{ "content": "aGFsbG8=", "filename": "brief.txt", "type": "text/plain" }],
          "headers": { "X-Step": "receipt" },
          "custom_args": { "key": "BI-1/receipt" }
        }
        """;

    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, string body, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/sendgrid/v3/mail/send") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "local");
        return await http.SendAsync(request, cancellation);
    }
}
