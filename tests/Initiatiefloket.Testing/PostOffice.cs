using System.Net.Http.Json;

namespace Initiatiefloket.Testing;

/// <summary>Reads the dev mailbox of a running app.</summary>
public sealed class PostOffice(Uri app) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = app };

    /// <summary>All mails to an address, newest first.</summary>
    public async Task<IReadOnlyList<MailSeen>> ToAsync(string email) =>
        await _http.GetFromJsonAsync<MailSeen[]>($"/dev/mail.json?to={Uri.EscapeDataString(email)}") ?? [];

    /// <summary>Waits for the newest mail to an address whose subject holds these words.</summary>
    public Task<MailSeen> WaitForAsync(string email, string words) => Eventually.FindAsync(
        $"a mail to {email} about '{words}'",
        async () => (await ToAsync(email)).FirstOrDefault(mail => mail.Subject.Contains(words, StringComparison.OrdinalIgnoreCase)) is { } found
            ? await _http.GetFromJsonAsync<MailSeen>($"/dev/mail/{found.Id}.json")
            : null);

    /// <summary>Lets the next calls of the mail service fail.</summary>
    public async Task FailAsync(int status, int times) =>
        (await _http.PostAsync($"/dev/sendgrid/failures?status={status}&times={times}", content: null)).EnsureSuccessStatusCode();

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}

/// <summary>A mail as the mailbox shows it.</summary>
/// <param name="Id">Id in the mailbox.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">The plain text; null in a list.</param>
/// <param name="Html">The HTML; null in a list.</param>
/// <param name="Links">Addresses in the plain text, in order.</param>
public sealed record MailSeen(string Id, string Subject, string? Text, string? Html, IReadOnlyList<string> Links)
{
    /// <summary>The personal link: the first address in the mail.</summary>
    public string Link => Links[0];
}
