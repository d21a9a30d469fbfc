using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class MailboxTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Mail =
        """
        {
          "from": { "email": "loket@oldenzaal.example", "name": "Initiatiefloket" },
          "personalizations": [{ "to": [{ "email": "anna@example.nl", "name": "Anna" }] }],
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

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private SampleApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await SampleApp.StartAsync(azurite.ConnectionString, _clock);
        await _app.StatusAsync(HttpMethod.Post, "/dev/mail/delete-all");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Send_AMail_IsAcceptedAndShown()
    {
        using var response = await SendAsync(Mail);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var id = Assert.Single(response.Headers.GetValues("X-Message-Id"));
        var mail = await JsonAsync($"/dev/mail/{id}.json");
        Assert.Equal("http://localhost:7071/a?x=1&y=2", mail.GetProperty("links")[0].GetString());
        Assert.Equal("receipt", mail.GetProperty("headers").GetProperty("X-Step").GetString());
        Assert.Equal("BI-1/receipt", mail.GetProperty("customArgs").GetProperty("key").GetString());
        Assert.Equal("anna@example.nl", mail.GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal("hallo", await _app.GetAsync($"/dev/mail/{id}/attachments/0"));
        var page = await _app.GetAsync($"/dev/mail/{id}");
        Assert.Contains("<a href=\"http://localhost:7071/a?x=1&amp;y=2\" target=\"_blank\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Uw &lt;aanvraag&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Anna &lt;anna@example.nl&gt;", await _app.GetAsync("/dev/mail"), StringComparison.Ordinal);
        Assert.Contains("verder", await _app.GetAsync($"/dev/mail/{id}/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_OfAMail_RunsNoScript()
    {
        using var sent = await SendAsync(Mail);
        var id = sent.Headers.GetValues("X-Message-Id").Single();

        using var response = await _app.Http.GetAsync(new Uri($"/dev/mail/{id}/html", UriKind.Relative));

        Assert.StartsWith("sandbox allow-popups", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AskedByAddressAndTime_IsNewestFirst()
    {
        using var first = await SendAsync(Mail);
        using var sameMoment = await SendAsync(Mail.Replace("Uw <aanvraag>", "Tweede", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromHours(1));
        using var later = await SendAsync(Mail.Replace("Uw <aanvraag>", "Derde", StringComparison.Ordinal));
        using var other = await SendAsync(Mail.Replace("anna@", "bert@", StringComparison.Ordinal));

        Assert.Equal(["Derde", "Tweede", "Uw <aanvraag>"], await SubjectsAsync("?to=Anna@example.nl"));
        Assert.Equal(["Derde"], await SubjectsAsync("?to=anna@example.nl&since=2026-03-02T09:30:00Z"));
        Assert.Equal(4, (await SubjectsAsync("")).Count);
    }

    [Fact]
    public async Task Send_TheSameMessageIdAgain_IsAcceptedAndDropped()
    {
        var mail = Mail.Replace("X-Step", "Message-ID", StringComparison.Ordinal);
        using var first = await SendAsync(mail);
        using var second = await SendAsync(mail);
        using var toSomebodyElse = await SendAsync(mail.Replace("anna@", "bert@", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(2, (await SubjectsAsync("")).Count);
    }

    [Fact]
    public async Task Send_TwoEnvelopes_AreTwoMails()
    {
        using var response = await SendAsync(Mail.Replace(
            "[{ \"to\"", "[{ \"to\": [{ \"email\": \"bert@example.nl\" }], \"subject\": \"Voor Bert\" }, { \"to\"", StringComparison.Ordinal));

        Assert.Equal(["Uw <aanvraag>"], await SubjectsAsync("?to=anna@example.nl"));
        Assert.Equal(["Voor Bert"], await SubjectsAsync("?to=bert@example.nl"));
    }

    [Theory]
    [InlineData("\"anna@example.nl\"", "\"anna\"", "personalizations.0.to.0.email")]
    [InlineData("[{ \"to\": [{ \"email\": \"anna@example.nl\", \"name\": \"Anna\" }] }]", "[]", "personalizations")]
    [InlineData("[{ \"email\": \"anna@example.nl\", \"name\": \"Anna\" }]", "[]", "personalizations.0.to")]
    [InlineData("\"loket@oldenzaal.example\"", "null", "from.email")]
    [InlineData("\"Uw <aanvraag>\"", "\" \"", "subject")]
    [InlineData("\"<p>Ga <a href='http://localhost:7071/a'>verder</a></p>\"", "\"\"", "content.0.value")]
    [InlineData("X-Step", "Reply-To", "headers")]
    public async Task Send_AMailWithAnError_IsRefusedAsSendGridDoes(string right, string wrong, string field)
    {
        using var response = await SendAsync(Mail.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray());
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Empty(await SubjectsAsync(""));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"from\":7}")]
    public async Task Send_SomethingElseThanAMail_IsABadRequest(string body)
    {
        using var response = await SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Send_WithoutKey_IsUnauthorized()
    {
        using var response = await SendAsync(Mail, key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("The provided authorization grant is invalid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_AskedFor_LastThatManySends()
    {
        await _app.StatusAsync(HttpMethod.Post, "/dev/sendgrid/failures?status=503&times=2");
        using var first = await SendAsync(Mail);
        using var second = await SendAsync(Mail);
        using var third = await SendAsync(Mail);
        await _app.StatusAsync(HttpMethod.Post, "/dev/sendgrid/failures?status=0");

        Assert.Equal([503, 503, 202], new[] { first, second, third }.Select(response => (int)response.StatusCode));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Mail));
    }

    [Fact]
    public async Task Mails_AfterARestart_AreStillThere()
    {
        using var sent = await SendAsync(Mail);
        await using var second = await SampleApp.StartAsync(azurite.ConnectionString, _clock);

        Assert.Contains("anna@example.nl", await second.GetAsync("/dev/mail"), StringComparison.Ordinal);
        Assert.Equal(302, await second.StatusAsync(HttpMethod.Post, "/dev/mail/delete-all"));
        Assert.Empty(await SubjectsAsync(""));
    }

    [Fact]
    public async Task Mailbox_UnderAnotherHostName_IsNotShown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/mail");
        request.Headers.Host = "evil.example";

        using var response = await _app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string? key = "local")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/sendgrid/v3/mail/send");
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await _app.Http.SendAsync(request);
    }

    private async Task<JsonElement> JsonAsync(string path) => await _app.Http.GetFromJsonAsync<JsonElement>(path);

    private async Task<IReadOnlyList<string>> SubjectsAsync(string query) =>
        [.. (await JsonAsync($"/dev/mail.json{query}")).EnumerateArray().Select(mail => mail.GetProperty("subject").GetString()!)];
}
