using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>The longest texts that the forms let pass; a property of a table row holds 32 Ki characters.</summary>
[Collection(nameof(OnStorage))]
public sealed class RowSizeTests(AppStorage storage)
{
    private const int LongestPlan = 8000;
    private const int MostQuestionRounds = 5;
    private const int MostReviewers = 3;
    private readonly InitiativeTable _table = storage.Initiatives;

    [Theory]
    [InlineData("é")]
    [InlineData("\"")]
    [InlineData("\n")]
    [InlineData("<")]
    [InlineData("\U0001F33B")]
    public async Task SaveDraft_LongestPlanOfAnySign_IsStored(string sign)
    {
        var plan = string.Concat(Enumerable.Repeat(sign, LongestPlan / sign.Length));
        var costs = Enumerable.Repeat(new CostLine(plan[..100], Euro.Whole(1)), ApplicationForm.MostLines);
        var id = $"L-{char.ConvertToUtf32(sign, 0)}";
        var draft = new UnconfirmedApplication(
            "form", Cases.Draft with { Id = id }, Cases.Application with { Plan = plan, Costs = [.. costs] }, Cases.Applicant);

        await _table.SaveUnconfirmedAsync(
            draft, new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant), CancellationToken.None);

        Assert.Equal(plan, (await _table.GetApplicationAsync(id, CancellationToken.None)).Plan);
    }

    [Fact]
    public async Task Change_AllRoundsWithTheLongestTexts_IsStored()
    {
        var text = TextOf(VerdictForm.LongestText);
        var longest = Cases.InReview with { Id = "L-rounds", CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) with { Reasons = text, Duties = new CouncilDuties(["permit"], text) } };
        for (var round = 1; round <= MostQuestionRounds; round++)
        {
            longest = longest.With(Cases.VerdictOf(VerdictKind.Ask, round) with { Questions = Questions(round, TextOf) });
        }

        longest = longest.With(Cases.VerdictOf(VerdictKind.Approve, MostQuestionRounds + 1) with { Reasons = text, Conditions = text });

        await storage.PutAsync(longest);

        Assert.Equivalent(longest, await _table.GetAsync("L-rounds", CancellationToken.None), strict: true);
    }

    // In words: texts of signs alone, which take three times the space in JSON, would fill the row with fewer reviewers.
    [Fact]
    public async Task Change_ThreeReviewersWhoDisagreeTwiceAtLength_IsStored()
    {
        var text = WordsOf(VerdictForm.LongestText);
        var longest = Cases.InReview with { Id = "L-panel" };
        for (var round = 1; round <= MostQuestionRounds; round++)
        {
            longest = longest.With(Cases.VerdictOf(VerdictKind.Ask, round) with { Questions = Questions(round, WordsOf) });
        }

        var votes = new[] { MostQuestionRounds + 1, MostQuestionRounds + 2 }.SelectMany(round => Votes(round, text)).ToList();
        longest = longest with { Panel = new Panel { Seats = [.. votes.Select(vote => vote.By).Distinct()], Votes = votes } };
        var together = string.Join("\n\n", Enumerable.Repeat(text, MostReviewers));
        longest = longest.With(votes[^1] with { Reasons = together, Conditions = together, Scores = [] });

        await storage.PutAsync(longest);

        Assert.Equivalent(longest, await _table.GetAsync("L-panel", CancellationToken.None), strict: true);
    }

    private static IEnumerable<Verdict> Votes(int round, string text) => Enumerable.Range(1, MostReviewers).Select(number =>
        Cases.VerdictOf(VerdictKind.Approve, round) with
        {
            By = Actor.Reviewer($"r-{number}"),
            Reasons = text,
            Conditions = text,
            Scores = [.. Enumerable.Range(1, Criterion.Most).Select(line => new RubricScore($"line-{line}", 3, WordsOf(TypedScore.LongestJustification)))],
        });

    private static Question[] Questions(int round, Func<int, string> textOf) => [.. Enumerable.Range(1, Question.Most).Select(number => new Question
    {
        Id = $"{round}-{number}",
        About = ApplicationPart.Whole,
        Text = textOf(Question.LongestText),
        Why = textOf(Question.LongestWhy),
        Answer = textOf(Question.LongestAnswer),
    })];

    private static string WordsOf(int length) => string.Concat(Enumerable.Repeat("één \"zin\"\n", length / 10));

    private static string TextOf(int length) => string.Concat(Enumerable.Repeat("é\"\U0001F33B", length / 4));
}
