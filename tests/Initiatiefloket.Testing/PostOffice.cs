using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Testing;

/// <summary>Reads the dev mailbox of a running app.</summary>
public sealed partial class PostOffice(Uri app) : IDisposable
{
    private const string CodeSubject = "Uw code";
    private readonly HttpClient _http = new() { BaseAddress = app };

    /// <summary>All mails, newest first.</summary>
    public async Task<IReadOnlyList<MailSeen>> AllAsync() => await _http.GetFromJsonAsync<MailSeen[]>("/dev/mail.json") ?? [];

    /// <summary>All mails to an address, newest first.</summary>
    public async Task<IReadOnlyList<MailSeen>> ToAsync(string email) =>
        await _http.GetFromJsonAsync<MailSeen[]>($"/dev/mail.json?to={Uri.EscapeDataString(email)}") ?? [];

    /// <summary>A mail of a list, with its text.</summary>
    public async Task<MailSeen> ReadAsync(MailSeen mail) =>
        await _http.GetFromJsonAsync<MailSeen>($"/dev/mail/{mail.Id}.json") ?? throw new InvalidOperationException($"Mail {mail.Id} is gone.");

    /// <summary>Waits for the newest mail to an address whose subject holds these words.</summary>
    /// <param name="email">Whose mail.</param>
    /// <param name="words">Words in the subject, in any case.</param>
    /// <param name="number">How many such mails there must be; the newest is returned.</param>
    public Task<MailSeen> WaitForAsync(string email, string words, int number = 1) => Eventually.FindAsync(
        $"mail {number} to {email} about '{words}'",
        async () => (await AboutAsync(email, words)) is [var newest, ..] all && all.Count >= number
            ? await ReadAsync(newest)
            : null);

    /// <summary>The mails to an address whose subject holds these words, newest first; with "…" between two parts both of them, as before and after a reference. Mails with a code to confirm with only for whoever looks for those: they lead nowhere.</summary>
    public async Task<IReadOnlyList<MailSeen>> AboutAsync(string email, string words) =>
    [
        .. (await ToAsync(email)).Where(mail => Reference().Split(words).SelectMany(part => part.Split('…')).All(part => mail.Subject.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase))
            && (words.Contains("code", StringComparison.OrdinalIgnoreCase) || !mail.Subject.StartsWith(CodeSubject, StringComparison.Ordinal))),
    ];

    /// <summary>Lets the next calls of the mail service fail.</summary>
    public async Task FailAsync(int status, int times) =>
        (await _http.PostAsync($"/dev/sendgrid/failures?status={status}&times={times}", content: null)).EnsureSuccessStatusCode();

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // A subject has the title before it.
    [GeneratedRegex("(BI-[0-9]{4}-[0-9A-Z]+)")]
    private static partial Regex Reference();
}

/// <summary>A mail as the mailbox shows it.</summary>
/// <param name="Id">Id in the mailbox.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">The plain text; null in a list.</param>
/// <param name="Html">The HTML; null in a list.</param>
/// <param name="Links">Addresses in the plain text, in order.</param>
public sealed partial record MailSeen(string Id, string Subject, string? Text, string? Html, IReadOnlyList<string> Links)
{
    /// <summary>Whom it went to.</summary>
    public IReadOnlyList<AddresseeSeen> To { get; init; } = [];

    /// <summary>Headers that the app gave it.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes in the plain text, where links in mail are forbidden.</summary>
    public IReadOnlyList<string> Codes => [.. Code().Matches(Text ?? "").Select(match => match.Value)];

    /// <summary>The personal link: the first address in the mail.</summary>
    public string Link => Links[0];

    [GeneratedRegex("\\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\\b")]
    private static partial Regex Code();
}

/// <summary>Somebody whom a mail went to.</summary>
/// <param name="Email">Address.</param>
public sealed record AddresseeSeen(string Email);
