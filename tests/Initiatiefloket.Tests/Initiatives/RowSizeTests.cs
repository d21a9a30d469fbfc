using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
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
        var draft = new Draft(
            "form", Cases.Draft with { Id = id }, Cases.Application with { Plan = plan, Costs = [.. costs] }, Cases.Applicant);

        await _table.SaveDraftAsync(
            draft, new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant), CancellationToken.None);

        Assert.Equal(plan, (await _table.GetApplicationAsync(id, CancellationToken.None)).Plan);
    }

    [Fact]
    public async Task Change_AllRoundsWithTheLongestTexts_IsStored()
    {
        var text = TextOf(VerdictForm.LongestText);
        var longest = Cases.InReview with { Id = "L-rounds", CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) with { Reasons = text } };
        for (var round = 1; round <= MostQuestionRounds; round++)
        {
            longest = longest.With(Cases.VerdictOf(VerdictKind.Ask, round) with { Questions = Questions(round) });
        }

        longest = longest.With(Cases.VerdictOf(VerdictKind.Approve, MostQuestionRounds + 1) with { Reasons = text, Conditions = text });

        await storage.PutAsync(longest);

        Assert.Equivalent(longest, await _table.GetAsync("L-rounds", CancellationToken.None), strict: true);
    }

    private static Question[] Questions(int round) => [.. Enumerable.Range(1, Question.Most).Select(number => new Question
    {
        Id = $"{round}-{number}",
        About = ApplicationPart.Whole,
        Text = TextOf(Question.LongestText),
        Why = TextOf(Question.LongestWhy),
        Answer = TextOf(Question.LongestAnswer),
    })];

    private static string TextOf(int length) => string.Concat(Enumerable.Repeat("é\"\U0001F33B", length / 4));
}
