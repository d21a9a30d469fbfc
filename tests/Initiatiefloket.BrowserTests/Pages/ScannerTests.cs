using Azure.Data.Tables;
using Initiatiefloket.Assignment;
using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>
/// A mail scanner with a real browser. It opens all links of a mail in every way that does not decide, runs the scripts, follows what it finds, and for the
/// professional, whose decision is at stake, even presses the buttons.
/// </summary>
[Collection(PagesSite.Name)]
public sealed class ScannerTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string Henk = "h.wiggers@raad.oldenzaal.example";

    private const string LinksToOtherPages =
        """
        [...document.links].map(link => new URL(link.href.split('#')[0]))
          .filter(link => link.origin === location.origin && link.pathname !== location.pathname)
          .map(link => link.href)
        """;

    // Of the reviewer whose mail is scanned.
    private static readonly Absence Later = new("welzijn", new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 11), DeputyId: null, KeepsCases: true);

    private static readonly string[][] Hints = [[], ["Purpose", "prefetch"], ["Sec-Purpose", "prefetch"], ["Sec-Purpose", "prefetch;prerender"], ["X-Moz", "prefetch"]];

    [Fact]
    public async Task Review_ScannedAndPressed_StillWaitsForItsDecision()
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = "Gescand", Email = "gescand@bewoner.example" });
        var mail = await site.Host.Post.WaitForAsync(Reviewer, id);
        await MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var absences = site.Host.Services.GetRequiredService<AbsenceTable>();
        await absences.PutAsync(Later, CancellationToken.None);
        var (before, mails) = (await VersionsAsync(id), await CountMailsAsync(id));
        await using var scanner = await site.PersonAsync(Device.Desktop);
        var seen = new HashSet<string>();

        foreach (var link in mail.Links)
        {
            var pressed = await VersionsAsync(id);
            await LookAtAsync(scanner, link, seen);
            Assert.Equal(pressed, await VersionsAsync(id));
            await PressAllAsync(scanner, link);
        }

        Assert.Equal(Decided(before), Decided(await VersionsAsync(id)));
        Assert.Equal(mails, await CountMailsAsync(id));
        Assert.Equal([Later], await absences.ListFromAsync(Later.From, CancellationToken.None));
        await absences.RemoveAsync(Later, CancellationToken.None);
        await site.Town.DeclineAsync(Reviewer, id);
        await MailedAsync(id, "decision");
    }

    [Fact]
    public async Task ApplicantAndCouncil_Scanned_ChangeNothing()
    {
        var proposal = new Proposal { Title = "Gescand door de raad", Email = "gescand2@bewoner.example", Asked = "4.000" };
        await site.Town.FillInAsync(proposal);
        var confirm = (await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link;
        await using var scanner = await site.PersonAsync(Device.Desktop);
        var seen = new HashSet<string>();
        await LookAtAsync(scanner, confirm, seen);
        Assert.Single(await site.Host.Post.ToAsync(proposal.Email));

        var id = await site.Town.ConfirmAsync(proposal.Email);
        await site.Town.ApproveAsync(Reviewer, id, "4.000");
        await MailedAsync(id, "council-raadslid-5");
        await MailedAsync(id, "council-window");
        var links = (await site.Host.Post.ToAsync(proposal.Email)).Concat(await site.Host.Post.AboutAsync(Henk, proposal.Title)).SelectMany(mail => mail.Links).ToList();
        Assert.True(links.Count >= 3);
        var before = await VersionsAsync(id);

        foreach (var link in links)
        {
            await LookAtAsync(scanner, link, seen);
        }

        Assert.Equal(before, await VersionsAsync(id));
    }

    // HEAD and GET with the hints of programs that fetch ahead, then the page in the browser until its scripts are done, then each link on it that was not seen before.
    private static async Task LookAtAsync(Person scanner, string link, HashSet<string> seen)
    {
        foreach (var hint in Hints)
        {
            var headers = hint.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])).ToList();
            await scanner.Page.APIRequest.FetchAsync(link, new() { Method = "HEAD", Headers = headers });
            await scanner.Page.APIRequest.FetchAsync(link, new() { Method = "GET", Headers = headers });
        }

        await OpenAsync(scanner, link);
        var found = await scanner.Page.EvaluateAsync<string[]>(LinksToOtherPages);
        foreach (var address in found.Where(seen.Add))
        {
            var answer = await scanner.Page.APIRequest.GetAsync(address);
            if (answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
            {
                await OpenAsync(scanner, address);
            }
        }
    }

    // Each button of each form as the page shows it, and Enter in the first field.
    private static async Task PressAllAsync(Person scanner, string link)
    {
        await scanner.OpenAsync(link);
        var buttons = await scanner.Page.Locator("main form button").CountAsync();
        Assert.True(buttons > 0);
        for (var number = 0; number < buttons; number++)
        {
            await scanner.OpenAsync(link);
            Assert.Equal(buttons, await scanner.Page.Locator("main form button").CountAsync());
            await PressAsync(scanner, scanner.Page.Locator("main form button").Nth(number), button => button.EvaluateAsync("button => button.click()"));
        }

        await scanner.OpenAsync(link);
        var fields = scanner.Page.Locator("main form input[type=text]");
        if (await fields.CountAsync() > 0)
        {
            await PressAsync(scanner, fields.First, field => field.EvaluateAsync("field => field.form.requestSubmit()"));
        }
    }

    private static Task PressAsync(Person scanner, ILocator part, Func<ILocator, Task> press) => scanner.ArriveAsync(() => press(part));

    private static async Task OpenAsync(Person scanner, string address)
    {
        await scanner.OpenAsync(address);
        await scanner.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    // Keeping what was typed so far decides nothing, nor does opening a case from the overview, which makes a link of its own.
    private static IEnumerable<string> Decided(IEnumerable<string> versions) => versions.Where(
        row => !row.Contains("Drafts ", StringComparison.Ordinal) && !row.StartsWith($"{TableNames.Links} ", StringComparison.Ordinal));

    private async Task<int> CountMailsAsync(string id) => (await VersionsAsync(id)).Count(row => row.StartsWith(TableNames.MailLog, StringComparison.Ordinal));

    private Task<string> MailedAsync(string id, string step) => Eventually.FindAsync(
        $"mail {step} of {id}", async () => (await VersionsAsync(id)).FirstOrDefault(row => row.StartsWith($"{TableNames.MailLog} {id} {step} ", StringComparison.Ordinal)));

    /// <summary>All rows of the app that name a case, a line each with its version.</summary>
    private async Task<IReadOnlyList<string>> VersionsAsync(string id)
    {
        var tables = site.Host.Services.GetRequiredService<TableServiceClient>();
        var rows = new List<string>();
        foreach (var table in TableNames.All)
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>())
            {
                if (row.Any(column => column.Value is string text && text.Contains(id, StringComparison.Ordinal)))
                {
                    rows.Add($"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
                }
            }
        }

        return rows;
    }
}
