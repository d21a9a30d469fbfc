using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class ReviewDraftTableTests(AppStorage storage)
{
    private readonly ReviewDraftTable _drafts = new(storage.Tables, new ManualClock(Cases.ReceivedAt));

    [Fact]
    public async Task Save_Form_ComesBackAsItWas()
    {
        var link = LinkOf("K-1");
        var form = Forms.Approval with
        {
            ConditionCodes = ["permit"],
            Questions = Forms.PutQuestion.Questions,
            AskKind = VerdictForm.Simple,
            RefusalCodes = ["costs"],
            Refusal = "Of toch niet.",
        };

        var version = await SaveAsync(link, form);

        var draft = await GetAsync(link);
        Assert.Equal((version, Cases.ReceivedAt), (draft.Version, draft.SavedAt!.Value));
        Assert.Equivalent(form with { Choice = "" }, draft.Form, strict: true);
    }

    [Fact]
    public async Task Save_OverAnotherVersion_IsNotDone()
    {
        var link = LinkOf("K-2");
        var first = await SaveAsync(link, Forms.Approval with { Reasons = "een" });
        Assert.NotNull(await SaveAsync(link, Forms.Approval with { Reasons = "twee", Version = first! }));

        Assert.Null(await SaveAsync(link, Forms.Approval with { Reasons = "drie", Version = first! }));
        Assert.Null(await SaveAsync(link, Forms.Approval with { Reasons = "drie" }));
        Assert.Null(await SaveAsync(link, Forms.Approval with { Reasons = "drie", Version = "*" }));

        Assert.Equal("twee", (await GetAsync(link)).Form!.Reasons);
    }

    [Fact]
    public async Task Save_TheSameAgain_IsNoConflict()
    {
        var link = LinkOf("K-8");
        var version = await SaveAsync(link, Forms.Approval);

        Assert.Equal(version, await SaveAsync(link, Forms.Approval with { Choice = VerdictForm.Keep }));
    }

    [Fact]
    public async Task Get_OtherPerson_IsApart()
    {
        await SaveAsync(LinkOf("K-3"), Forms.Approval);

        Assert.Same(ReviewDraft.None, await GetAsync(LinkOf("K-3") with { Person = Actor.Reviewer("jeugd") }));
    }

    [Fact]
    public async Task Get_NextRound_IsStillThere()
    {
        await SaveAsync(LinkOf("K-5"), Forms.Approval);

        Assert.Equal(Forms.Approval.Reasons, (await GetAsync(LinkOf("K-5") with { Round = 2 })).Form!.Reasons);
    }

    [Fact]
    public async Task Replace_OverAnyVersion_IsDone()
    {
        await SaveAsync(LinkOf("K-6"), Forms.Approval);

        await _drafts.ReplaceAsync(LinkOf("K-6"), Forms.Approval with { Reasons = "anders" }, CancellationToken.None);

        Assert.Equal("anders", (await GetAsync(LinkOf("K-6"))).Form!.Reasons);
    }

    [Fact]
    public async Task RemoveAll_Twice_LeavesNothingOfTheCaseOnly()
    {
        var (first, second, other) = (LinkOf("K-4"), LinkOf("K-4") with { Person = Actor.Reviewer("jeugd") }, LinkOf("K-7"));
        foreach (var link in new[] { first, second, other })
        {
            await SaveAsync(link, Forms.Approval);
        }

        await _drafts.RemoveAllAsync("K-4", CancellationToken.None);
        await _drafts.RemoveAllAsync("K-4", CancellationToken.None);

        Assert.Same(ReviewDraft.None, await GetAsync(first));
        Assert.Same(ReviewDraft.None, await GetAsync(second));
        Assert.NotNull((await GetAsync(other)).Form);
    }

    private static Link LinkOf(string id) => new(LinkPurpose.Review, id, Actor.Reviewer("welzijn"), Round: 1, Cases.ReceivedAt.AddDays(60));

    private Task<ReviewDraft> GetAsync(Link link) => _drafts.GetAsync(link, CancellationToken.None);

    private Task<string?> SaveAsync(Link link, VerdictForm form) => _drafts.SaveAsync(link, form, CancellationToken.None);
}
