using System.Text.Json.Nodes;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>What a digest and the lists ask of storage with few cases that are over, and with many: each time for one more that is granted.</summary>
internal static class DigestCommand
{
    private const int Granted = 5;

    // More than the newest that an overview shows, for each professional.
    private const int Few = 120;
    private const int MinutesApart = 2;

    private const string Member = "h.wiggers@raad.oldenzaal.example";

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var many = Arguments.Number(arguments, "--cases", 5_000);
        var site = await bench.StartSiteAsync(new Dictionary<string, string>
        {
            ["CouncilDigestSchedule"] = $"0 */{MinutesApart} * * * *",
            ["Policy__File"] = await WritePolicyAsync(bench.Stop),
        });
        var template = "";
        for (var count = 0; count < Granted; count++)
        {
            template = await GrantAsync(site);
        }

        await CaseCopies.WriteAsync(site.Storage, template, 0, Few, bench.Stop);
        using var professional = new Visitor(site.Host.Address);
        var overview = await OpenOverviewAsync(site, professional);
        var few = await MeasureAsync(site, professional, overview);
        await CaseCopies.WriteAsync(site.Storage, template, Few, many, bench.Stop);
        var crowd = await MeasureAsync(site, professional, overview);
        Report.Title("Storage transactions, idle ones apart", $"{Granted + Few} cases", $"{Granted + Few + many} cases", "ratio");
        foreach (var (what, asked) in few)
        {
            Report.Row(what, $"{asked}", $"{crowd[what]}", $"{(double)crowd[what] / asked:F2}");
        }
    }

    // The one that the app ships with, with a digest at each look.
    private static async Task<string> WritePolicyAsync(CancellationToken stop)
    {
        var policy = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Built.App, "policy.json"), stop))!;
        policy["council"]!["digest"]!["every"] = "meteen";
        var file = Path.Combine(Directory.CreateTempSubdirectory("digest-policy").FullName, "policy.json");
        await File.WriteAllTextAsync(file, policy.ToJsonString(), stop);
        return file;
    }

    private static async Task<Dictionary<string, long>> MeasureAsync(Site site, Visitor professional, string overview)
    {
        // Just after a digest, so that the next one has exactly one case to tell.
        var now = TimeProvider.System.GetUtcNow();
        var period = TimeSpan.FromMinutes(MinutesApart);
        await Task.Delay(period - TimeSpan.FromTicks(now.Ticks % period.Ticks), site.Stop);
        await site.SettleAsync();
        site.Mail.Forget(Member);
        var asked = new Dictionary<string, long>();
        var (proposal, walk) = (Walk.NewProposal(), new Walk(site));
        var confirmed = await walk.ConfirmAsync(await CountAsync(site, asked, "form, first page to mail", () => walk.FillInAsync(proposal)));
        await site.SettleAsync();
        await CountAsync(site, asked, "review page", () => OpenAsync(professional, confirmed.Invitation.Link));
        await CountAsync(site, asked, "overview of a professional", () => OpenAsync(professional, overview));
        await CountAsync(site, asked, "grant, review page to letter", () => walk.ApproveAsync(proposal, confirmed));
        await CountAsync(site, asked, "digest of one case for five members", () => site.Mail.TakeAsync(Member, "", site.Stop));
        return asked;
    }

    private static async Task<T> CountAsync<T>(Site site, Dictionary<string, long> asked, string what, Func<Task<T>> act)
    {
        var before = site.Meter.Tally.Of(call => !call.IsIdle);
        var result = await act();
        await site.SettleAsync();
        asked[what] = site.Meter.Tally.Of(call => !call.IsIdle) - before;
        return result;
    }

    private static async Task<string> GrantAsync(Site site)
    {
        var (walk, proposal) = (new Walk(site), Walk.NewProposal());
        var confirmed = await walk.ConfirmAsync(await walk.FillInAsync(proposal));
        await walk.ApproveAsync(proposal, confirmed);
        return confirmed.Id;
    }

    /// <summary>Asks for the link to the overview and types the code, so that this browser is known.</summary>
    private static async Task<string> OpenOverviewAsync(Site site, Visitor professional)
    {
        await professional.PressAsync(await professional.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Walk.Professional));
        var mail = await site.Mail.TakeAsync(Walk.Professional, "Uw initiatieven bij het initiatiefloket", site.Stop);
        var link = mail.Links.First(link => link.Contains($"/{LinkPaths.Overview}/", StringComparison.Ordinal));
        var asked = await professional.PressAsync(await OpenAsync(professional, link), "Mail mij een code");
        var code = (await site.Mail.TakeAsync(Walk.Professional, "Uw code om uw overzicht", site.Stop)).Code;
        await professional.PressAsync(asked, "Open het overzicht", ("bevestigingscode", code));
        return link;
    }

    private static async Task<PageSeen> OpenAsync(Visitor professional, string link)
    {
        var page = await professional.OpenAsync(link);
        return (int)page.Status < 400 ? page : throw new InvalidOperationException($"{link}: {page.Status}");
    }
}
