using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.DevHost.Tests.Mailbox;

public sealed class EventWebhookTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("webhook-");
    private readonly HttpListener _receiver = new();
    private readonly string _address = $"http://127.0.0.1:{Testing.FreePort.Find()}/events/";

    public EventWebhookTests()
    {
        _receiver.Prefixes.Add(_address);
        _receiver.Start();
    }

    public void Dispose()
    {
        _receiver.Close();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Tell_WhenMailsWereSent_PostsSignedEventsUntilTheyAreTaken()
    {
        var webhook = new EventWebhook(_address, _data.FullName, NullLogger<EventWebhook>.Instance);
        webhook.Tell(new DevMailStore(folder: null, TimeProvider.System).Add(new SendGridMail
        {
            From = new("loket@oldenzaal.example"),
            Subject = "Uw aanvraag",
            CustomArgs = new() { ["key"] = "BI-1/receipt" },
            Personalizations = [new() { To = [new("anna@example.nl"), new("bert+bounce@example.nl"), new("c..d@example.nl")] }],
        }));

        await ReceiveAsync(webhook.PublicKey, HttpStatusCode.ServiceUnavailable);
        var events = await ReceiveAsync(webhook.PublicKey, HttpStatusCode.OK);

        Assert.Equal(["delivered", "bounce", "dropped"], events.EnumerateArray().Select(one => one.GetProperty("event").GetString()));
        Assert.Equal("anna@example.nl", events[0].GetProperty("email").GetString());
        Assert.Equal("5.1.1", events[1].GetProperty("status").GetString());
        Assert.Equal("Invalid", events[2].GetProperty("reason").GetString());
        Assert.All(events.EnumerateArray(), one => Assert.Equal("BI-1/receipt", one.GetProperty("key").GetString()));
        Assert.Equal(3, events.EnumerateArray().Select(one => one.GetProperty("sg_event_id").GetString()).Distinct().Count());
    }

    [Fact]
    public void PublicKey_AfterARestart_IsTheSame() => Assert.Equal(
        new EventWebhook(address: null, _data.FullName, NullLogger<EventWebhook>.Instance).PublicKey,
        new EventWebhook(address: null, _data.FullName, NullLogger<EventWebhook>.Instance).PublicKey);

    private async Task<JsonElement> ReceiveAsync(string publicKey, HttpStatusCode answer)
    {
        var context = await _receiver.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30));
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.StatusCode = (int)answer;
        context.Response.Close();
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        byte[] signed = [.. Encoding.UTF8.GetBytes(context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"]!), .. body.ToArray()];
        var signature = Convert.FromBase64String(context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"]!);
        Assert.True(key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return JsonSerializer.Deserialize<JsonElement>(body.ToArray());
    }
}
