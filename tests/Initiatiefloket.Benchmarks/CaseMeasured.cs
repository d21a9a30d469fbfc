namespace Initiatiefloket.Benchmarks;

/// <summary>What one case asked.</summary>
internal sealed record CaseMeasured
{
    public required Tally Whole { get; init; }

    public required Tally FromConfirm { get; init; }

    public required IReadOnlyDictionary<string, int> Before { get; init; }

    public required IReadOnlyDictionary<string, int> After { get; init; }

    public required long Requests { get; init; }

    public required int Mails { get; init; }

    public required TimeSpan ConfirmEffect { get; init; }

    public required TimeSpan GrantEffect { get; init; }

    public static async Task<CaseMeasured> RunAsync(Site site)
    {
        await site.SettleAsync();
        var (walk, proposal) = (new Walk(site), Walk.NewProposal());
        using var requests = new SiteRequests(site.Host.Address);
        var events = await HubHistory.CountAsync(site.Storage, site.Stop);
        var (tally, mails) = (site.Meter.Tally, site.Mail.Count);
        var confirmed = await walk.ConfirmAsync(await walk.FillInAsync(proposal));
        var decided = await walk.ApproveAsync(proposal, confirmed);
        await site.SettleAsync();
        return new()
        {
            Whole = site.Meter.Tally.Since(tally),
            FromConfirm = site.Meter.Tally.Since(confirmed.Before),
            Before = events,
            After = await HubHistory.CountAsync(site.Storage, site.Stop),
            Requests = requests.Count,
            Mails = site.Mail.Count - mails,
            ConfirmEffect = confirmed.Effect,
            GrantEffect = decided.Effect,
        };
    }

    /// <summary>How many events of a kind its workflow has.</summary>
    public int Events(string kind) => After.GetValueOrDefault(kind) - Before.GetValueOrDefault(kind);
}
