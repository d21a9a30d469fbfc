using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Road;

/// <summary>People who go on when the site does not answer: they wait, and press the same button on the same page again.</summary>
internal sealed class StubbornTown(Uri site) : IDisposable
{
    // A signal that got lost is sent by the sweep, within two minutes; on a busy machine several go one after another.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly PostOffice _post = new(site);

    public async Task<string> ApplyAsync(Proposal proposal)
    {
        using var resident = new Visitor(site);
        var form = await InsistAsync(() => resident.OpenAsync("/aanvragen"));
        var check = await proposal.ReachCheckAsync(form, (page, button, fields) => InsistAsync(() => resident.PressAsync(page, button, fields)));
        await InsistAsync(() => Town.SendAsync(resident, check, proposal));
        var confirmed = await FollowAsync(proposal.Email, "Bevestig uw aanvraag", "Bevestig en verstuur");
        return confirmed.Document.QuerySelector("strong")!.TextContent;
    }

    public async Task<PageSeen> ApproveAsync(string id, string amount, string reviewer = People.Reviewer)
    {
        using var professional = new Visitor(site);
        var mail = await WaitForMailAsync(reviewer, $"Beslis over initiatief {id}");
        var page = await InsistAsync(() => professional.OpenAsync(mail.Link));
        return await InsistAsync(() => professional.PressAsync(page, "Ken toe", Decisions.Approval(page, amount)));
    }

    public async Task AnswerAsync(string email, string id)
    {
        using var resident = new Visitor(site);
        var mail = await WaitForMailAsync(email, $"Vraag over uw initiatief {id}");
        var question = await InsistAsync(() => resident.OpenAsync($"{mail.Link}/antwoord"));
        await InsistAsync(() => resident.PressAsync(question, "Verstuur antwoorden", ("antwoord[1-1]", "In het wijkhuis.")));
    }

    public async Task WithdrawAsync(string email, string id)
    {
        using var resident = new Visitor(site);
        var mail = await WaitForMailAsync(email, $"aanvraag {id} ontvangen");
        var page = await InsistAsync(() => resident.OpenAsync($"{mail.Link}/intrekken"));
        await InsistAsync(() => resident.PressAsync(page, "Ja, trek mijn aanvraag in"));
    }

    public async Task<PageSeen> FollowAsync(
        string email, string subject, string button, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var person = new Visitor(site);
        var mail = await WaitForMailAsync(email, subject);
        var page = await InsistAsync(() => person.OpenAsync(mail.Link));
        return await InsistAsync(() => person.PressAsync(page, button, fields));
    }

    public async Task<MailSeen> WaitForMailAsync(string email, string subject, int number = 1) => (await InsistAsync(async () =>
        (await _post.AboutAsync(email, subject)) is [var newest, ..] all && all.Count >= number ? newest : null))!;

    public Task<IReadOnlyList<MailSeen>> AllMailAsync() => InsistAsync(_post.AllAsync);

    public void Dispose() => _post.Dispose();

    private static async Task<T> InsistAsync<T>(Func<Task<T>> act)
        where T : class?
    {
        using var patience = new CancellationTokenSource(Patience);
        using var interval = new PeriodicTimer(Interval);
        while (await interval.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                if (await act() is { } done)
                {
                    return done;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
            {
                // Nobody answers, or not to the end: the app was killed, and starts again.
            }
        }

        throw new TimeoutException("The site did not answer.");
    }
}
