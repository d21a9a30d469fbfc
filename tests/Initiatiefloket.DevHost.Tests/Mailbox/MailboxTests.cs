using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Initiatiefloket.DevHost.Tests.Mailbox;

[Collection(nameof(RunningHost))]
public sealed class MailboxTests(RunningHost host)
{
    [Fact]
    public async Task Send_WhenTheMailIsGood_IsAcceptedAndShown()
    {
        var id = await AcceptedAsync(Mails.To("anna@example.nl"));

        var mail = await JsonAsync($"/dev/mail/{id}.json");
        Assert.Equal("http://localhost:7071/a?x=1&y=2", mail.GetProperty("links")[0].GetString());
        Assert.Equal("receipt", mail.GetProperty("headers").GetProperty("X-Step").GetString());
        Assert.Equal("BI-1/receipt", mail.GetProperty("customArgs").GetProperty("key").GetString());
        Assert.Equal("anna@example.nl", mail.GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal("delivered", mail.GetProperty("deliveries")[0].GetProperty("event").GetString());
        Assert.Equal("hallo", await host.GetAsync($"/dev/mail/{id}/attachments/0"));
        Assert.Contains("Dev mailbox", await host.GetAsync($"/dev/mail/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("GET", "/dev/mail/none.json"));
    }

    [Fact]
    public async Task Html_OfAMail_RunsNoScript()
    {
        var id = await AcceptedAsync(Mails.To("script@example.nl"));

        using var response = await host.SendAsync("GET", $"/dev/mail/{id}/html");

        Assert.StartsWith("sandbox allow-popups", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("verder", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenAskedByAddress_IsNewestFirstAndWithoutBodies()
    {
        await AcceptedAsync(Mails.To("list@example.nl"));
        await AcceptedAsync(Mails.To("list@example.nl").Replace("Uw <aanvraag>", "Tweede", StringComparison.Ordinal));

        var mails = await JsonAsync("/dev/mail.json?to=List@example.nl");

        Assert.Equal(["Tweede", "Uw <aanvraag>"], mails.EnumerateArray().Select(mail => mail.GetProperty("subject").GetString()));
        Assert.Equal(JsonValueKind.Null, mails[0].GetProperty("text").ValueKind);
        Assert.Equal(0, (await JsonAsync("/dev/mail.json?to=list@example.nl&since=2100-01-01T00:00:00Z")).GetArrayLength());
    }

    [Fact]
    public async Task Send_WhenTheMessageIdIsKnown_IsAcceptedAndNotKept()
    {
        var mail = Mails.To("twice@example.nl").Replace("X-Step", "Message-ID", StringComparison.Ordinal);
        await AcceptedAsync(mail);
        await AcceptedAsync(mail);

        Assert.Equal(1, (await JsonAsync("/dev/mail.json?to=twice@example.nl")).GetArrayLength());
    }

    [Theory]
    [InlineData("a..b@example.nl", "dropped", "Invalid")]
    [InlineData("piet+bounce@example.nl", "bounced", "550 5.1.1 The email account that you tried to reach does not exist.")]
    [InlineData("piet+spam@example.nl", "dropped", "Spam Reporting Address")]
    public async Task Send_WhenTheAddressTakesNoMail_IsAcceptedAndShownWithTheReason(string email, string outcome, string reason)
    {
        var id = await AcceptedAsync(Mails.To(email));

        var delivery = (await JsonAsync($"/dev/mail/{id}.json")).GetProperty("deliveries")[0];
        Assert.Equal((outcome, reason), (delivery.GetProperty("event").GetString(), delivery.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Send_WhenAMailBouncedBefore_IsDropped()
    {
        await AcceptedAsync(Mails.To("again+bounce@example.nl"));
        var id = await AcceptedAsync(Mails.To("again+bounce@example.nl"));

        Assert.Equal("Bounced Address", (await JsonAsync($"/dev/mail/{id}.json")).GetProperty("deliveries")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{\"from\":7}", HttpStatusCode.BadRequest)]
    public async Task Send_WhenItIsNoMail_IsRefused(string body, HttpStatusCode expected)
    {
        using var response = await SendAsync(body);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Send_WithoutKey_IsUnauthorized()
    {
        using var response = await host.SendAsync("POST", "/dev/sendgrid/v3/mail/send", new StringContent(Mails.To("anna@example.nl")));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Failures_WhenAskedFor_LastThatManySends()
    {
        await host.StatusAsync("POST", "/dev/sendgrid/failures?status=429&times=2&retryAfter=7");
        using var first = await SendAsync(Mails.To("fails@example.nl"));
        using var second = await SendAsync(Mails.To("fails@example.nl"));
        await host.StatusAsync("POST", "/dev/sendgrid/failures?status=0&accepted=true");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(Mails.To("fails@example.nl")));
        await host.StatusAsync("POST", "/dev/sendgrid/failures?hang=true");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(Mails.To("fails@example.nl"), patience.Token));

        Assert.Equal((429, 429), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        Assert.Equal(1, (await JsonAsync("/dev/mail.json?to=fails@example.nl")).GetArrayLength());
    }

    [Fact]
    public async Task Mailbox_UnderAnotherHostName_IsNotShown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/mail.json");
        request.Headers.Host = "evil.example";
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<string> AcceptedAsync(string body)
    {
        using var response = await SendAsync(body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.GetValues("X-Message-Id").Single();
    }

    private Task<HttpResponseMessage> SendAsync(string body, CancellationToken cancellation = default) => Mails.SendAsync(host.Http, body, cancellation);

    private async Task<JsonElement> JsonAsync(string path) => await host.Http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
