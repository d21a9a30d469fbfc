using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>Requests for more time. The legal date is 28 April 2026; the other side has seven days to answer.</summary>
public sealed class TimeRequestTests
{
    private static readonly DateTimeOffset Now = Days.Moment("2026-03-10T09:00:00Z");
    private static readonly DateOnly Until = Days.Of("2026-05-20");

    private static Initiative Asked => Ask(Cases.InReview, Actor.Coordinator, Now)!;

    [Theory]
    [InlineData("2026-03-10T09:00:00Z", "2026-05-20", "2026-03-17T23:00:00Z")] // seven days
    [InlineData("2026-03-10T09:00:00Z", "2026-03-12", "2026-03-11T23:00:00Z")] // no sense on that day any more
    [InlineData("2026-04-27T09:00:00Z", "2026-05-20", "2026-04-28T22:00:00Z")] // with the term
    public void AskTime_Open_LapsesWhenItCannotBeAgreedToAnyMore(string now, string until, string lapsesAt) =>
        Assert.Equal(Days.Moment(lapsesAt), Cases.InReview.AskTime(Actor.Coordinator, Days.Of(until), "Ziek.", Days.Moment(now), Cases.Policy)!.TimeRequest!.LapsesAt);

    [Fact]
    public void AskTime_OneOpen_IsNotPossible()
    {
        Assert.Null(Ask(Asked, Actor.Applicant, Now));
        Assert.Equal(2, Ask(Asked.TakeBackTime(1, Actor.Coordinator, Now)!, Actor.Applicant, Now)!.TimeRequest!.Number);
        Assert.Equal(2, Ask(Asked, Actor.Applicant, Now.AddDays(8))!.TimeRequest!.Number);
    }

    [Theory]
    [MemberData(nameof(Cases.ClosedStates), MemberType = typeof(Cases))]
    public void AskTime_Closed_IsNotPossible(InitiativeState state) => Assert.Null(Ask(Cases.In(state), Actor.Coordinator, Now));

    [Fact]
    public void AskTime_TermPassedOrDayNotLater_IsNotPossible()
    {
        Assert.Null(Ask(Cases.InReview, Actor.Coordinator, Days.Moment("2026-04-28T22:00:00Z")));
        Assert.Null(Cases.InReview.AskTime(Actor.Coordinator, Days.Of("2026-03-10"), "Ziek.", Now, Cases.Policy));
        Assert.Null(Ask(Cases.Draft, Actor.Coordinator, Now));
    }

    [Fact]
    public void AnswerTime_Yes_StopsTheClockFromTheDayOfTheAgreement()
    {
        var agreed = Asked.AnswerTime(1, Actor.Applicant, agrees: true, Now.AddDays(2), Cases.Policy)!;

        Assert.Equal(TimeAnswer.Agreed, agreed.TimeRequest!.Answer);
        Assert.Equal(new Suspension(Days.Of("2026-03-12"), Until) { Basis = SuspensionBasis.Agreed }, Assert.Single(agreed.Clock!.Suspensions));
        Assert.Null(agreed.AnswerTime(1, Actor.Applicant, agrees: false, Now.AddDays(3), Cases.Policy));
    }

    [Fact]
    public void AnswerTime_No_LetsTheClockRun() =>
        Assert.Empty(Asked.AnswerTime(1, Actor.Applicant, agrees: false, Now, Cases.Policy)!.Clock!.Suspensions);

    [Fact]
    public void AnswerTime_SameSideOtherNumberOrTooLate_ChangesNothing()
    {
        Assert.Null(Asked.AnswerTime(1, Actor.Coordinator, agrees: true, Now, Cases.Policy));
        Assert.Null(Asked.AnswerTime(2, Actor.Applicant, agrees: true, Now, Cases.Policy));
        Assert.Null(Asked.AnswerTime(1, Actor.Applicant, agrees: true, Now.AddDays(8), Cases.Policy));
        Assert.Null(Ask(Cases.InReview, Actor.Applicant, Now)!.AnswerTime(1, Actor.Applicant, agrees: true, Now, Cases.Policy));
        Assert.NotNull(Ask(Cases.InReview, Actor.Applicant, Now)!.AnswerTime(1, Cases.Reviewer, agrees: true, Now, Cases.Policy));
    }

    [Fact]
    public void AnswerTime_OnTheWaitingList_WaitsAsMuchLonger()
    {
        var waiting = Cases.In(InitiativeState.WaitingList) with { WaitsUntil = LocalTime.StartOf(Days.Of("2026-04-28")) };

        var agreed = Ask(waiting, Actor.Coordinator, Now)!.AnswerTime(1, Actor.Applicant, agrees: true, Now, Cases.Policy)!;

        Assert.Equal(agreed.ListEndsAt(Cases.Policy), agreed.WaitsUntil);
        Assert.True(agreed.WaitsUntil > waiting.WaitsUntil);
    }

    [Fact]
    public void TakeBackTime_ByTheOtherSide_ChangesNothing() => Assert.Null(Asked.TakeBackTime(1, Actor.Applicant, Now));

    [Fact]
    public void LapseTime_OnlyWhenOver_IsNoted()
    {
        Assert.Null(Asked.LapseTime(Now));
        Assert.Equal(TimeAnswer.Lapsed, Asked.LapseTime(Now.AddDays(8))!.TimeRequest!.Answer);
        Assert.Null(Cases.InReview.LapseTime(Now));
    }

    private static Initiative? Ask(Initiative initiative, Actor by, DateTimeOffset now) => initiative.AskTime(by, Until, "Ziek.", now, Cases.Policy);
}
