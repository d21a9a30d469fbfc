using System.Net;
using System.Text.Json;
using SendGrid;
using SendGrid.Helpers.Mail;

// Not ...Tests.SendGrid: that would hide the package's own namespace.
namespace Initiatiefloket.Emulator.Tests.Mail;

public sealed class SendGridClientTests
{
    private static readonly EmailAddress Sender = new("loket@oldenzaal.example", "Initiatiefloket");
    private static readonly EmailAddress Anna = new("anna@example.nl", "Anna");

    [Fact]
    public async Task SendEmail_AMessage_PostsTheApisJson()
    {
        var message = MailHelper.CreateSingleEmail(Sender, Anna, "Onderwerp", "tekst", "<p>html</p>");
        message.SetReplyTo(new EmailAddress("antwoord@oldenzaal.example"));
        message.AddHeader("Message-ID", "<1@loket>");
        message.AddGlobalHeader("X-All", "yes");
        message.AddCustomArg("step", "receipt");
        message.AddGlobalCustomArg("case", "BI-1");
        message.AddCategory("receipt");
        message.AddAttachment("brief.html", "aGFsbG8=", "text/html", "attachment", "letter");
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        using var api = new Api(HttpStatusCode.Accepted);

        var response = await api.Client.SendEmailAsync(message);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("POST http://localhost/dev/sendgrid/v3/mail/send Bearer key application/json", api.Request);
        var expected =
            """
            {
              "from": { "email": "loket@oldenzaal.example", "name": "Initiatiefloket" },
              "personalizations": [{
                "to": [{ "email": "anna@example.nl", "name": "Anna" }],
                "subject": "Onderwerp",
                "headers": { "Message-ID": "<1@loket>" },
                "custom_args": { "step": "receipt" }
              }],
              "content": [{ "type": "text/plain", "value": "tekst" }, { "type": "text/html", "value": "<p>html</p>" }],
              "attachments": [{ "content": "aGFsbG8=", "type": "text/html", "filename": "brief.html", "disposition": "attachment", "content_id": "letter" }],
              "headers": { "X-All": "yes" },
              "categories": ["receipt"],
              "custom_args": { "case": "BI-1" },
              "tracking_settings": { "click_tracking": { "enable": false, "enable_text": false }, "open_tracking": { "enable": false } },
              "reply_to": { "email": "antwoord@oldenzaal.example" }
            }
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(api.Body).RootElement), api.Body);
    }

    [Fact]
    public void Serialize_TextAndHtmlProperties_PutsTextFirstAndEachReceiverOnce()
    {
        var message = new SendGridMessage { HtmlContent = "<p/>", PlainTextContent = "tekst" };
        message.AddTo(Anna);
        message.AddTo("ANNA@example.nl");
        message.AddTo(new EmailAddress("bert@example.nl"), 1);

        var json = JsonDocument.Parse(message.Serialize()).RootElement;

        Assert.Equal("text/plain", json.GetProperty("content")[0].GetProperty("type").GetString());
        Assert.Equal(1, json.GetProperty("personalizations")[0].GetProperty("to").GetArrayLength());
        Assert.Equal(2, json.GetProperty("personalizations").GetArrayLength());
    }

    [Fact]
    public async Task SendEmail_ThatIsRefused_ReturnsTheStatusAndTheErrors()
    {
        using var api = new Api(HttpStatusCode.BadRequest, """{"errors":[{"message":"The subject is required.","field":"subject","help":null}]}""");

        var response = await api.Client.SendEmailAsync(new SendGridMessage());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.IsSuccessStatusCode);
        var errors = (JsonElement)(await response.DeserializeResponseBodyAsync())["errors"];
        Assert.Equal("subject", errors[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task SendEmail_WithoutConnection_ThrowsAsTheRealOne()
    {
        var client = new SendGridClient("key", "http://127.0.0.1:1");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendEmailAsync(new SendGridMessage()));
    }

    [Fact]
    public void ApiKey_ThatIsEmpty_IsRefused() => Assert.Throws<ArgumentNullException>(() => new SendGridClient(" "));

    [Fact]
    public void EmailAddresses_ThatDifferInCase_AreEqual() => Assert.True(Anna == new EmailAddress("ANNA@example.nl"));

    private sealed class Api : HttpMessageHandler
    {
        private readonly HttpStatusCode _status;
        private readonly string _answer;
        private readonly HttpClient _http;

        public Api(HttpStatusCode status, string answer = "")
        {
            _status = status;
            _answer = answer;
            _http = new HttpClient(this, disposeHandler: false);
            Client = new SendGridClient(_http, new SendGridClientOptions { ApiKey = "key", Host = "http://localhost/dev/sendgrid" });
        }

        public SendGridClient Client { get; }

        public string Request { get; private set; } = "";

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = $"{request.Method} {request.RequestUri} {request.Headers.Authorization} {request.Content!.Headers.ContentType}";
            Body = await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(_status) { Content = new StringContent(_answer) };
        }

        protected override void Dispose(bool disposing)
        {
            _http.Dispose();
            base.Dispose(disposing);
        }
    }
}
