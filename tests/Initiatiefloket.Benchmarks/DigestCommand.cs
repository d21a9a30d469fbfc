using Initiatiefloket.Links;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>What a digest and the lists ask of storage with ten cases that were granted, and with many: each time after one more.</summary>
internal static class DigestCommand
{
    private const int Real = 10;
    private const string Member = "h.wiggers@raad.oldenzaal.example";

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var many = Arguments.Number(arguments, "--cases", 10_000);
        var site = await bench.StartSiteAsync(new Dictionary<string, string> { ["CouncilDigestSchedule"] = "0 * * * * *" });
        for (var count = 0; count < Real - 1; count++)
        {
            await GrantAsync(site);
        }

        await site.Mail.TakeAsync(Member, "", bench.Stop);
        var few = await MeasureAsync(site);
        await CaseCopies.WriteAsync(site.Storage, few.Id, many, bench.Stop);
        var crowd = await MeasureAsync(site);
        Report.Title("Storage transactions, idle ones apart", $"{Real} cases", $"{many + Real} cases", "ratio");
        foreach (var (what, asked) in few.Asked)
        {
            Report.Row(what, $"{asked}", $"{crowd.Asked[what]}", $"{(double)crowd.Asked[what] / asked:F2}");
        }
    }

    private static async Task<(string Id, Dictionary<string, long> Asked)> MeasureAsync(Site site)
    {
        // Just after a digest, so that the next one has exactly one case to tell.
        await Task.Delay(TimeSpan.FromSeconds(63 - (DateTime.UtcNow.Second % 60)), site.Stop);
        await site.SettleAsync();
        var asked = new Dictionary<string, long>();
        var (proposal, walk) = (Walk.NewProposal(), new Walk(site));
        var confirmed = await walk.ConfirmAsync(await CountAsync(site, asked, "form, first page to mail", () => walk.FillInAsync(proposal)));
        await site.SettleAsync();
        await CountAsync(site, asked, "review page", () => OpenAsync(site, confirmed.Invitation.Link));
        await CountAsync(site, asked, "overview of a professional", () => OpenAsync(site, LinkFor(confirmed.Invitation, LinkPaths.Overview)));
        await CountAsync(site, asked, "grant, press to letter", () => walk.ApproveAsync(proposal, confirmed));
        await CountAsync(site, asked, "digest of one case for five members", () => site.Mail.TakeAsync(Member, "", site.Stop));
        return (confirmed.Id, asked);
    }

    private static async Task<T> CountAsync<T>(Site site, Dictionary<string, long> asked, string what, Func<Task<T>> act)
    {
        var before = site.Meter.Tally.Of(call => !call.IsIdle);
        var result = await act();
        await site.SettleAsync();
        asked[what] = site.Meter.Tally.Of(call => !call.IsIdle) - before;
        return result;
    }

    private static async Task GrantAsync(Site site)
    {
        var (walk, proposal) = (new Walk(site), Walk.NewProposal());
        await walk.ApproveAsync(proposal, await walk.ConfirmAsync(await walk.FillInAsync(proposal)));
    }

    private static string LinkFor(MailCame mail, string path) => mail.Links.First(link => link.Contains($"/{path}/", StringComparison.Ordinal));

    private static async Task<PageSeen> OpenAsync(Site site, string link)
    {
        using var professional = new Visitor(site.Host.Address);
        var page = await professional.OpenAsync(link);
        return (int)page.Status < 400 ? page : throw new InvalidOperationException($"{link}: {page.Status}");
    }
}
