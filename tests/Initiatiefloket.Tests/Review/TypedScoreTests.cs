using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using static Initiatiefloket.Tests.Review.Forms;

namespace Initiatiefloket.Tests.Review;

public sealed class TypedScoreTests
{
    private const string Prevention = "prevention";
    private const string Feasibility = "feasibility";

    private static readonly Initiative Justified = Weighed(RubricUse.Justified);

    [Fact]
    public void Read_ApprovalWithoutScores_AsksForEachLineInTheOrderOfThePage()
    {
        var errors = new FormErrors();

        Assert.Null(Read(Approval with { Scores = [], Reasons = "" }, errors, Justified));

        Assert.Equal(
            [
                .. Cases.Policy.Rubric.SelectMany(line => new[] { TypedScore.ScoreField(line.Id), TypedScore.JustificationField(line.Id) }),
                VerdictForm.ReasonsField,
            ],
            errors.Select(error => error.Field));
        Assert.Contains("\"Voorkomen van problemen\"", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Approval_HasAllScores() => Assert.Equal(
        [.. Cases.Policy.Rubric.Select(line => new RubricScore(line.Id, 4, "Goed bedacht."))], Read(Approval)!.Scores);

    [Fact]
    public void Read_RefusalWithoutScores_IsTaken() => Assert.Empty(Read(Refusal)!.Scores);

    [Theory]
    [InlineData(RubricUse.Justified, "1 2 3 4 5")]
    [InlineData(RubricUse.Scores, "1 2 5")]
    [InlineData(RubricUse.None, "")]
    public void Read_ScoresWithoutReasons_AreTakenWhereTheBandDoesNotAskForOne(RubricUse rubric, string asked)
    {
        var unexplained = Enumerable.Range(1, RubricScore.Highest)
            .Where(score => Read(Approval with { Scores = [.. Scores.Select(line => line with { Score = $"{score}", Justification = "" })] }, Weighed(rubric)) is null);

        Assert.Equal(asked, string.Join(' ', unexplained));
    }

    [Theory]
    [InlineData(RubricUse.Justified, false)]
    [InlineData(RubricUse.Scores, false)]
    [InlineData(RubricUse.None, true)]
    public void Read_ApprovalWithoutScores_IsTakenWhereTheBandDoesWithoutRubric(RubricUse rubric, bool isTaken) =>
        Assert.Equal(isTaken, Read(Approval with { Scores = [] }, Weighed(rubric)) is not null);

    [Fact]
    public void Read_ApprovalWithATickLeft_AsksForIt()
    {
        var checks = Weighed(RubricUse.None, new ReviewCheck("rules", "Past."), new ReviewCheck("costs", "Klopt."));

        AssertWrong(Approval with { Checks = ["rules"] }, VerdictForm.ChecksField, "Zet een vinkje bij alles wat klopt", checks);
        Assert.Equal(["rules", "costs"], Read(Approval with { Checks = ["costs", "rules", "zomaar"] }, checks)!.Checks);
        Assert.Empty(Read(Refusal, checks)!.Checks);
    }

    [Fact]
    public void Read_RefusalWithHalfALine_AsksForTheOtherHalf()
    {
        AssertWrong(Refusal with { Scores = [new(Prevention, "2", "")] }, TypedScore.JustificationField(Prevention), "waarom u deze score geeft", Justified);
        AssertWrong(Refusal with { Scores = [new(Prevention, "", "Te laat.")] }, TypedScore.ScoreField(Prevention), "Kies een score");
        Assert.Equal([new RubricScore(Prevention, 2, "Te laat.")], Read(Refusal with { Scores = [new(Prevention, "2", "Te laat.")] })!.Scores);
    }

    [Fact]
    public void Read_LongJustification_IsTakenUpToTheLimit()
    {
        var longest = new string('x', TypedScore.LongestJustification);

        Assert.NotNull(Read(Refusal with { Scores = [new(Prevention, "2", longest)] }));
        AssertWrong(Refusal with { Scores = [new(Prevention, "2", longest + "x")] }, TypedScore.JustificationField(Prevention), "Maak de tekst korter");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("+3")]
    [InlineData("drie")]
    public void Read_ScoreThatIsNoChoice_IsNotTaken(string score) =>
        AssertWrong(Refusal with { Scores = [new(Prevention, score, "Zomaar.")] }, TypedScore.ScoreField(Prevention), "Kies een score");

    [Theory]
    [InlineData("", "", null)]
    [InlineData("4", "", "4,0 van 5")]
    [InlineData("5", "5", "5,0 van 5")]
    [InlineData("1", "1", "1,0 van 5")]
    [InlineData("5", "1", "3,4 van 5")]
    [InlineData("1", "5", "2,6 van 5")]
    public void Total_OfScores_GoesByWeight(string prevention, string feasibility, string? total) =>
        Assert.Equal(total, RubricTotal.Of(Cases.Policy.Rubric, [new TypedScore(Prevention, prevention, ""), new TypedScore(Feasibility, feasibility, "")])?.InDutch);

    [Fact]
    public void Total_OfLinesThatLeftThePolicy_DoesNotCountThem()
    {
        RubricScore[] scores = [new(Prevention, 4, "Goed."), new("schaken", 1, "Slecht.")];

        Assert.Equal(new RubricTotal(12, 3, Cases.Policy.Rubric.Count - 1), RubricTotal.Of(Cases.Policy.Rubric, scores));
        Assert.Null(RubricTotal.Of(Cases.Policy.Rubric, scores[1..]));
    }
}
