namespace Initiatiefloket.DevHost;

/// <summary>Tells the app what became of its mails, as SendGrid's signed Event Webhook does (www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).</summary>
/// <param name="address">The app's receiver; empty when it has none.</param>
/// <param name="folder">Where the key is kept over restarts.</param>
/// <param name="logger">Hears of events that could not be told.</param>
internal sealed class EventWebhook(string? address, string folder, ILogger<EventWebhook> logger)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly ECDsa _key = Key(folder);

    /// <summary>The verification key as SendGrid shows it: base64 of its DER form.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>Tells of each recipient of these mails, which were sent with one request.</summary>
    public void Tell(IReadOnlyList<ReceivedMail> mails)
    {
        var events = mails.SelectMany(mail => mail.Deliveries.Select((delivery, number) => EventOf(mail, delivery, $"{mails[^1].Id}.{mail.Id}-{number}")));
        _ = string.IsNullOrEmpty(address) ? Task.CompletedTask : SendAsync(JsonSerializer.SerializeToUtf8Bytes(events));
    }

    private static Dictionary<string, object> EventOf(ReceivedMail mail, Delivery delivery, string id)
    {
        var told = new Dictionary<string, object>(mail.CustomArgs.Select(pair => KeyValuePair.Create<string, object>(pair.Key, pair.Value)))
        {
            ["email"] = delivery.Email,
            ["timestamp"] = mail.At.ToUnixTimeSeconds(),
            ["event"] = delivery.Event,
            ["category"] = mail.Categories,
            ["sg_event_id"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(id)),
            ["sg_message_id"] = id,
            ["smtp-id"] = mail.MessageId ?? $"<{mail.Id}@dev>",
            [delivery.Reason is null ? "response" : "reason"] = delivery.Reason ?? "250 OK",
        };
        if (delivery.Event is "bounced" or "blocked")
        {
            (told["event"], told["type"], told["status"]) = ("bounce", delivery.Event == "blocked" ? "blocked" : "bounce", delivery.Reason!.Split(' ')[1]);
        }

        return told;
    }

    private async Task SendAsync(byte[] events)
    {
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            var timestamp = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
            var signature = _key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. events], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(events) { Headers = { { "Content-Type", "application/json" } } };
            request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
            request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
            try
            {
                using var answer = await Http.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
            {
                // As an answer that is no success.
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        logger.LogWarning("The webhook at {Address} did not take the events of a mail.", address);
    }

    private static ECDsa Key(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "webhook-key.pem");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
        }

        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
