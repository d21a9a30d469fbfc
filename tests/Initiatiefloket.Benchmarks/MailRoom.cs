using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Benchmarks;

/// <summary>Takes the app's mail in the place of the host's mailbox: it knows to the millisecond when a mail came, and nobody has to look again and again.</summary>
internal sealed partial class MailRoom : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MailCame>> _unread = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string Words, TaskCompletionSource<MailCame> Found)>> _waiting = new(StringComparer.OrdinalIgnoreCase);

    private MailRoom()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v3/mail/send", AcceptAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>How many mails came.</summary>
    public int Count { get; private set; }

    public static async Task<MailRoom> StartAsync()
    {
        var room = new MailRoom();
        await room._app.StartAsync();
        return room;
    }

    /// <summary>Takes the first mail to an address that has these words in its subject, or waits for it.</summary>
    public async Task<MailCame> TakeAsync(string email, string words, CancellationToken stop)
    {
        var found = new TaskCompletionSource<MailCame>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            var unread = Of(_unread, email);
            if (unread.FindIndex(mail => mail.IsAbout(words)) is >= 0 and var index)
            {
                found.SetResult(unread[index]);
                unread.RemoveAt(index);
            }
            else
            {
                Of(_waiting, email).Add((words, found));
            }
        }

        return await found.Task.WaitAsync(Patience, stop);
    }

    /// <summary>Throws away what came to an address and nobody took.</summary>
    public void Forget(string email)
    {
        lock (_lock)
        {
            Of(_unread, email).Clear();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AcceptAsync(HttpRequest request)
    {
        var at = Stopwatch.GetTimestamp();
        var mail = (await JsonSerializer.DeserializeAsync<JsonNode>(request.Body))!;
        var text = (string)mail["content"]!.AsArray().First(part => (string)part!["type"]! == "text/plain")!["value"]!;
        foreach (var envelope in mail["personalizations"]!.AsArray())
        {
            var subject = (string)(envelope!["subject"] ?? mail["subject"])!;
            Array.ForEach([.. envelope["to"]!.AsArray()], to => Keep((string)to!["email"]!, Read(subject, text, at)));
        }

        return TypedResults.Accepted((string?)null);
    }

    private static MailCame Read(string subject, string text, long at) =>
        new(subject, [.. Link().Matches(text).Select(link => link.Value)], at) { Code = Code().Match(text).Groups[1].Value };

    private void Keep(string email, MailCame mail)
    {
        lock (_lock)
        {
            Count++;
            var waiting = Of(_waiting, email);
            if (waiting.FindIndex(one => mail.IsAbout(one.Words)) is >= 0 and var index)
            {
                waiting[index].Found.SetResult(mail);
                waiting.RemoveAt(index);
            }
            else
            {
                Of(_unread, email).Add(mail);
            }
        }
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> all, string email) =>
        all.TryGetValue(email, out var own) ? own : all[email] = [];

    [GeneratedRegex("Uw code: ([0-9]{3} [0-9]{3})")]
    private static partial Regex Code();

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]")]
    private static partial Regex Link();
}

/// <summary>A mail that came.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Links">The addresses in it.</param>
/// <param name="At">When, as <see cref="Stopwatch"/> counts.</param>
internal sealed record MailCame(string Subject, IReadOnlyList<string> Links, long At)
{
    /// <summary>The code of six digits in it; empty when it has none.</summary>
    public string Code { get; init; } = "";

    /// <summary>What the mail is for.</summary>
    public string Link => Links[0];

    public bool IsAbout(string words) => Subject.Contains(words, StringComparison.OrdinalIgnoreCase);
}
