using Initiatiefloket.Review;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class AnswerDraftTableTests(AppStorage storage)
{
    private readonly AnswerDraftTable _drafts = new(storage.Tables, new ManualClock(Cases.ReceivedAt));

    [Fact]
    public async Task Save_OverTheVersionThatWasSeen_IsKept()
    {
        Assert.Same(AnswerDraft.None, await GetAsync("A-1"));
        var first = await SaveAsync("A-1", "een", version: "");

        Assert.NotNull(await SaveAsync("A-1", "twee", first!));

        var draft = await GetAsync("A-1");
        Assert.Equal(("twee", Cases.ReceivedAt), (draft.Answers["1-1"], draft.SavedAt!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("W/\"datetime'2026-03-02T08%3A00%3A00.0000000Z'\"")]
    public async Task Save_OverAnotherVersion_IsNotDone(string version)
    {
        var id = $"A-2-{version.Length}";
        await SaveAsync(id, "een", version: "");

        Assert.Null(await SaveAsync(id, "twee", version));
        Assert.Equal("een", (await GetAsync(id)).Answers["1-1"]);
    }

    [Fact]
    public async Task Save_TheSameAgain_IsNoConflict()
    {
        var versions = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => SaveAsync("A-4", "een", version: "")));

        Assert.Equal((await GetAsync("A-4")).Version, Assert.Single(versions.Distinct()));
        Assert.Equal(versions[0], await SaveAsync("A-4", "een", version: "an earlier one"));
    }

    [Fact]
    public async Task Get_OtherRound_IsApart()
    {
        await SaveAsync("A-3", "een", version: "");

        Assert.Same(AnswerDraft.None, await _drafts.GetAsync("A-3", 2, CancellationToken.None));
    }

    private Task<AnswerDraft> GetAsync(string id) => _drafts.GetAsync(id, 1, CancellationToken.None);

    private Task<string?> SaveAsync(string id, string answer, string version) =>
        _drafts.SaveAsync(id, 1, new Dictionary<string, string> { ["1-1"] = answer }, version, CancellationToken.None);
}
