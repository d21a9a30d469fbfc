using System.Text.RegularExpressions;
using Initiatiefloket.Demo;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>Townspeople who go on when the site does not answer: they wait, and press the same button on the same page again.</summary>
internal sealed partial class RetryingTown(Uri site) : IDisposable
{
    private const string CodeField = "bevestigingscode";

    // A signal that got lost is sent by the sweep, within two minutes, and a step that failed at several deaths waits longer each time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly PostOffice _post = new(site);

    public async Task<string> ApplyAsync(Proposal proposal)
    {
        using var resident = new Visitor(site);
        var form = await OpenAsync(resident, "/aanvragen");
        var check = await proposal.ReachCheckAsync(form, (page, button, fields) => PressAsync(resident, page, button, fields));
        await PressAsync(resident, check, Proposal.SendButton, proposal.FieldsOn(check));
        var confirmed = await FollowAsync(proposal.Email, "Bevestig uw aanvraag", "Bevestig en verstuur");
        return confirmed.Document.QuerySelector("strong")!.TextContent;
    }

    public async Task<PageSeen> ApproveAsync(string id, string amount, string reviewer = Townspeople.Welfare)
    {
        using var professional = new Visitor(site);
        var mail = await WaitForMailAsync(reviewer, $"Beslis: …initiatief {id}");
        var page = await OpenAsync(professional, mail.Link);
        var pressed = await SendReadAsync(professional, await PressAsync(professional, page, "Ken toe", Decisions.Approval(page, amount)));
        if (pressed.Document.QuerySelector($"[name={CodeField}]") is null)
        {
            return pressed;
        }

        // Whoever presses again may be mailed another code, after which only that one works.
        var (subject, tried) = ($"Uw code voor het besluit over initiatief {id}", "");
        return await InsistAsync<PageSeen>($"a code for {id} that works", async () =>
        {
            var sent = await _post.WaitForAsync(reviewer, subject);
            if (sent.Id == tried)
            {
                return null;
            }

            tried = sent.Id;
            var decided = await PressAsync(professional, pressed, "Bevestig het besluit", (CodeField, CodeLine().Match(sent.Text!).Groups[1].Value));
            return decided.Document.QuerySelector($"[name={CodeField}]") is null ? decided : null;
        });
    }

    [GeneratedRegex("Uw code: ([0-9]{3} [0-9]{3})")]
    private static partial Regex CodeLine();

    /// <summary>Who decides beside <see cref="Townspeople.Welfare"/>: whoever has the least to do.</summary>
    public async Task<string> SecondReviewerAsync(string id)
    {
        var invitation = await InsistAsync(
            $"a second reviewer of {id}",
            async () => (await _post.AllAsync()).FirstOrDefault(mail =>
                mail.Subject.StartsWith("Beslis: ", StringComparison.Ordinal) && mail.Subject.EndsWith(id, StringComparison.Ordinal) && mail.To[0].Email != Townspeople.Welfare));
        return invitation.To[0].Email;
    }

    public async Task AnswerAsync(string email, string id)
    {
        using var resident = new Visitor(site);
        var mail = await WaitForMailAsync(email, $"Vraag over uw initiatief {id}");
        var question = await OpenAsync(resident, $"{mail.Link}/antwoord");
        await PressAsync(resident, question, "Verstuur antwoorden", ("antwoord[1-1]", "In het wijkhuis."));
    }

    public async Task WithdrawAsync(string email, string id)
    {
        using var resident = new Visitor(site);
        var mail = await WaitForMailAsync(email, $"aanvraag {id} ontvangen");
        var page = await OpenAsync(resident, $"{mail.Link}/intrekken");
        await PressAsync(resident, page, "Ja, trek mijn aanvraag in");
    }

    public async Task<PageSeen> FollowAsync(
        string email, string subject, string button, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var person = new Visitor(site);
        var mail = await WaitForMailAsync(email, subject);
        var page = await OpenAsync(person, mail.Link);
        return await PressAsync(person, page, button, fields);
    }

    public Task<MailSeen> WaitForMailAsync(string email, string subject, int number = 1) => InsistAsync(
        $"mail {number} to {email} about '{subject}'",
        async () => (await _post.AboutAsync(email, subject)) is [var newest, ..] all && all.Count >= number ? newest : null);

    public Task<IReadOnlyList<MailSeen>> AllMailAsync() => InsistAsync<IReadOnlyList<MailSeen>>("all mail", async () => await _post.AllAsync());

    public void Dispose() => _post.Dispose();

    private static Task<PageSeen> OpenAsync(Visitor person, string address) =>
        InsistAsync(address, async () => Answered(await person.OpenAsync(address)));

    // A decision is sent once its letter was read.
    private static async Task<PageSeen> SendReadAsync(Visitor person, PageSeen page) =>
        page.Document.QuerySelector($"button[name={Decisions.ReadField}]") is { } button
            ? await PressAsync(person, page, button.TextContent.Trim(), page.Has("akkoord") ? [("akkoord", "true")] : [])
            : page;

    private static Task<PageSeen> PressAsync(Visitor person, PageSeen page, string button, params IReadOnlyList<(string Field, string Value)> fields) =>
        InsistAsync($"{button} on {page.Address}", async () => Answered(await person.PressAsync(page, button, fields)));

    // A page that says that there is a failure is no answer either; one that says that something is wrong with the request is a bug.
    private static PageSeen? Answered(PageSeen page)
    {
        Assert.True((int)page.Status is < 400 or >= 500, $"{page.Status} at {page.Address}: {page.Text}");
        return (int)page.Status >= 500 ? null : page;
    }

    private static Task<T> InsistAsync<T>(string what, Func<Task<T?>> act)
        where T : class => Eventually.FindAsync(
            what,
            async () =>
            {
                try
                {
                    return await act();
                }
                catch (Exception failure) when (failure is HttpRequestException or HttpIOException or TaskCanceledException)
                {
                    // Nobody answers, or not to the end: the app was killed, and starts again.
                    return null;
                }
            },
            Patience,
            Interval);
}
