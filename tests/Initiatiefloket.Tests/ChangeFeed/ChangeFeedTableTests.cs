using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.ChangeFeed;

[Collection(nameof(OnStorage))]
public sealed class ChangeFeedTableTests(AppStorage storage)
{
    private readonly ChangeFeedTable _feed = storage.Feed;

    [Fact]
    public async Task Append_FiftyAtOnce_AreNumberedWithoutGaps()
    {
        var after = await _feed.GetNewestAsync(CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => _feed.AppendAsync($"F-1-{number}", "submitted", CancellationToken.None)));

        var newest = await _feed.GetNewestAsync(CancellationToken.None);
        var entries = await _feed.ReadAsync(after, newest, CancellationToken.None);
        Assert.Equal(after + 50, newest);
        Assert.Equal(Enumerable.Range(1, 50).Select(number => after + number), entries.Select(entry => entry.Number));
        Assert.Equal(50, entries.Select(entry => entry.InitiativeId).Distinct().Count());
    }

    [Fact]
    public async Task Append_ByThreeProcessesAtOnce_AreNumberedWithoutGaps()
    {
        var after = await _feed.GetNewestAsync(CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async process =>
        {
            using var feed = new ChangeFeedTable(storage.Tables);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(number => feed.AppendAsync($"F-2-{process}-{number}", "submitted", CancellationToken.None)));
        }));

        var entries = await _feed.ReadAsync(after, long.MaxValue / 10_000_000, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 15).Select(number => after + number), entries.Select(entry => entry.Number));
    }

    [Fact]
    public async Task Append_TheSameTwentyTimesAtOnce_IsOneEntry()
    {
        var after = await _feed.GetNewestAsync(CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _feed.AppendAsync("F-3", "granted", CancellationToken.None)));
        await _feed.AppendAsync("F-3", "granted", CancellationToken.None);

        Assert.Equal(
            [new FeedEntry(after + 1, "F-3", "granted")], await _feed.ReadAsync(after, after + 100, CancellationToken.None));
    }

    [Fact]
    public async Task Read_AStretch_ExcludesTheFirstNumberAndIncludesTheLast()
    {
        var after = await _feed.GetNewestAsync(CancellationToken.None);
        foreach (var key in new[] { "submitted", "council-asked", "granted" })
        {
            await _feed.AppendAsync("F-4", key, CancellationToken.None);
        }

        var middle = await _feed.ReadAsync(after + 1, after + 2, CancellationToken.None);

        Assert.Equal(["council-asked"], middle.Select(entry => entry.EventKey));
        Assert.Empty(await _feed.ReadAsync(after + 3, after + 3, CancellationToken.None));
    }

    [Fact]
    public async Task Watermark_PerReader_IsRemembered()
    {
        Assert.Equal(0, await _feed.GetWatermarkAsync("reader-1", CancellationToken.None));

        await _feed.SetWatermarkAsync("reader-1", 12, CancellationToken.None);
        await _feed.SetWatermarkAsync("reader-1", 34, CancellationToken.None);
        await _feed.SetWatermarkAsync("reader-2", 5, CancellationToken.None);

        Assert.Equal(34, await _feed.GetWatermarkAsync("reader-1", CancellationToken.None));
        Assert.Equal(5, await _feed.GetWatermarkAsync("reader-2", CancellationToken.None));
    }
}
