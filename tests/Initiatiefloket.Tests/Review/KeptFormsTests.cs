using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

[Collection(nameof(OnStorage))]
public sealed class KeptFormsTests(AppStorage storage)
{
    private readonly KeptForms _kept = new(storage.Tables, new ManualClock(Cases.ReceivedAt));

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

        Assert.Equal(new Kept<VerdictForm>(), await GetAsync(LinkOf("K-3") with { Person = Actor.Reviewer("jeugd") }));
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

        await _kept.Reviews.ReplaceAsync(KeptFormKey.OfReview(LinkOf("K-6")), Forms.Approval with { Reasons = "anders" }, CancellationToken.None);

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

        await _kept.Reviews.RemoveAllAsync("K-4", CancellationToken.None);
        await _kept.Reviews.RemoveAllAsync("K-4", CancellationToken.None);

        Assert.Equal(new Kept<VerdictForm>(), await GetAsync(first));
        Assert.Equal(new Kept<VerdictForm>(), await GetAsync(second));
        Assert.NotNull((await GetAsync(other)).Form);
    }

    [Fact]
    public async Task SaveAnswers_OverTheVersionThatWasSeen_IsKept()
    {
        Assert.Equal(new Kept<IReadOnlyDictionary<string, string>>(), await GetAnswersAsync("A-1"));
        var first = await SaveAnswersAsync("A-1", "een", version: "");

        Assert.NotNull(await SaveAnswersAsync("A-1", "twee", first!));

        var draft = await GetAnswersAsync("A-1");
        Assert.Equal(("twee", Cases.ReceivedAt), (draft.Form!["1-1"], draft.SavedAt!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("W/\"datetime'2026-03-02T08%3A00%3A00.0000000Z'\"")]
    public async Task SaveAnswers_OverAnotherVersion_IsNotDone(string version)
    {
        var id = $"A-2-{version.Length}";
        await SaveAnswersAsync(id, "een", version: "");

        Assert.Null(await SaveAnswersAsync(id, "twee", version));
        Assert.Equal("een", (await GetAnswersAsync(id)).Form!["1-1"]);
    }

    [Fact]
    public async Task SaveAnswers_TheSameAgain_IsNoConflict()
    {
        var versions = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => SaveAnswersAsync("A-4", "een", version: "")));

        Assert.Equal((await GetAnswersAsync("A-4")).Version, Assert.Single(versions.Distinct()));
        Assert.Equal(versions[0], await SaveAnswersAsync("A-4", "een", version: "an earlier one"));
    }

    [Fact]
    public async Task GetAnswers_OfAnotherRound_IsApart()
    {
        await SaveAnswersAsync("A-3", "een", version: "");

        Assert.Null((await GetAnswersAsync("A-3", round: 2)).Form);
    }

    private static Link LinkOf(string id) => new(LinkPurpose.Review, id, Actor.Reviewer("welzijn"), Round: 1, Cases.ReceivedAt.AddDays(60));

    private Task<Kept<VerdictForm>> GetAsync(Link link) => _kept.Reviews.GetAsync(KeptFormKey.OfReview(link), CancellationToken.None);

    private Task<string?> SaveAsync(Link link, VerdictForm form) =>
        _kept.Reviews.SaveAsync(KeptFormKey.OfReview(link), form.ToKeep(), form.Version, CancellationToken.None);

    private Task<Kept<IReadOnlyDictionary<string, string>>> GetAnswersAsync(string id, int round = 1) =>
        _kept.Answers.GetAsync(KeptFormKey.OfAnswers(id, round), CancellationToken.None);

    private Task<string?> SaveAnswersAsync(string id, string answer, string version) => _kept.Answers.SaveAsync(
        KeptFormKey.OfAnswers(id, 1), new Dictionary<string, string> { ["1-1"] = answer }, version, CancellationToken.None);
}
