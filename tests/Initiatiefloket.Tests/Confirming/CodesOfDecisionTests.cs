using Initiatiefloket.Confirming;

namespace Initiatiefloket.Tests.Confirming;

public sealed class CodesOfDecisionTests
{
    private const string Approve = "approve";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CodesOfDecision Issued => CodesOfDecision.None.Issue(Approve, Now).After;

    [Fact]
    public void Issue_First_IsValidForAQuarterOfAnHourAndFiveTries()
    {
        var (outcome, after) = CodesOfDecision.None.Issue(Approve, Now);

        Assert.Equal(new CodeMailed.Sent(Now.AddMinutes(15)), outcome);
        Assert.Equal((Approve, 5, Now.AddMinutes(15)), (after.Form, after.TriesLeft, after.ValidUntil));
    }

    [Fact]
    public void Issue_TwiceAtOnce_IsTheSameCode()
    {
        var before = Issued;

        var (outcome, after) = before.Issue(Approve, Now.AddSeconds(29));

        Assert.Equal(new CodeMailed.Sent(before.ValidUntil), outcome);
        Assert.Same(before, after);
    }

    [Theory]
    [InlineData(Approve, 30)]
    [InlineData("decline", 1)]
    [InlineData("decline", 0.0000001)]
    public void Issue_LaterOrForAnotherDecision_IsANewCode(string form, double seconds)
    {
        var after = Issued.Issue(form, Now.AddSeconds(seconds)).After;

        Assert.Equal((form, Now.AddSeconds(seconds), 2), (after.Form, after.IssuedAt, after.Asked.Count));
    }

    [Fact]
    public void Issue_ForAnotherDecisionInTheSameInstant_HasAMomentOfItsOwn() =>
        Assert.Equal(Now.AddTicks(1), Issued.Issue("decline", Now).After.IssuedAt);

    [Fact]
    public void Issue_AfterAWrongTry_IsANewCodeAtOnce()
    {
        var tried = Issued.Try(Approve, isRight: false, Now).After;

        Assert.Equal(5, tried.Issue(Approve, Now.AddSeconds(1)).After.TriesLeft);
    }

    [Fact]
    public void Issue_SixthInAnHour_WaitsUntilTheFirstIsAnHourAgo()
    {
        var codes = AskedEvery(TimeSpan.FromMinutes(1), times: 5);

        Assert.Equal(new CodeMailed.TooOften(TimeSpan.FromMinutes(55)), codes.Issue(Approve, Now.AddMinutes(5)).Outcome);
        Assert.Same(codes, codes.Issue(Approve, Now.AddMinutes(59)).After);
        Assert.IsType<CodeMailed.Sent>(codes.Issue(Approve, Now.AddMinutes(60)).Outcome);
    }

    [Fact]
    public void Issue_SixteenthInADay_WaitsUntilTheFirstIsADayAgo()
    {
        var codes = AskedEvery(TimeSpan.FromMinutes(20), times: 15);

        Assert.Equal(new CodeMailed.TooOften(TimeSpan.FromHours(19)), codes.Issue(Approve, Now.AddHours(5)).Outcome);
        Assert.Equal(15, codes.Issue(Approve, Now.AddHours(24)).After.Asked.Count);
    }

    [Fact]
    public void Try_WrongFiveTimes_IsUsedUpForTheRightOneToo()
    {
        var codes = Issued;
        var outcomes = new List<CodeChecked>();
        for (var number = 0; number < 5; number++)
        {
            (var outcome, codes) = codes.Try(Approve, isRight: false, Now);
            outcomes.Add(outcome);
        }

        Assert.Equal(
            [new CodeChecked.Wrong(4), new CodeChecked.Wrong(3), new CodeChecked.Wrong(2), new CodeChecked.Wrong(1), new CodeChecked.UsedUp()], outcomes);
        Assert.IsType<CodeChecked.UsedUp>(codes.Try(Approve, isRight: true, Now).Outcome);
    }

    [Fact]
    public void Try_Right_IsConfirmedAndCountsAsATry()
    {
        var (outcome, after) = Issued.Try(Approve, isRight: true, Now.AddMinutes(15).AddTicks(-1));

        Assert.IsType<CodeChecked.Confirmed>(outcome);
        Assert.Equal(4, after.TriesLeft);
    }

    [Fact]
    public void Try_AtTheMomentItExpires_IsExpired() =>
        Assert.IsType<CodeChecked.Expired>(Issued.Try(Approve, isRight: true, Now.AddMinutes(15)).Outcome);

    [Fact]
    public void Try_ForAnotherDecision_CostsNoTry()
    {
        var codes = Issued;

        var (outcome, after) = codes.Try("decline", isRight: true, Now);

        Assert.IsType<CodeChecked.ForAnotherDecision>(outcome);
        Assert.Same(codes, after);
        Assert.IsType<CodeChecked.ForAnotherDecision>(CodesOfDecision.None.Try(Approve, isRight: true, Now).Outcome);
    }

    [Fact]
    public void Try_AfterSomebodyElseAskedForAnotherForm_TheFirstCodeStillWorks()
    {
        var codes = Issued.Issue("decline", Now.AddMinutes(1)).After.Try("decline", isRight: false, Now.AddMinutes(1)).After;

        var (outcome, after) = codes.Try(Approve, isRight: true, Now.AddMinutes(2));

        Assert.IsType<CodeChecked.Confirmed>(outcome);
        Assert.Equal((4, 4), (after.CodeFor(Approve)!.TriesLeft, after.CodeFor("decline")!.TriesLeft));
        Assert.IsType<CodeChecked.Expired>(codes.Try(Approve, isRight: true, Now.AddMinutes(15)).Outcome);
    }

    private static CodesOfDecision AskedEvery(TimeSpan period, int times) =>
        Enumerable.Range(0, times).Aggregate(CodesOfDecision.None, (codes, number) => codes.Issue(Approve, Now + (number * period)).After);
}
