using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Status;

public sealed class StatusStoryTests
{
    private static readonly DateTimeOffset InTime = Cases.ReceivedAt.AddDays(20);

    /// <summary>A draft has no status page yet: its link comes with the receipt.</summary>
    public static TheoryData<InitiativeState> States { get; } = [.. Enum.GetValues<InitiativeState>().Except([InitiativeState.Draft])];

    [Theory]
    [MemberData(nameof(States))]
    public void Of_State_SaysWhereItStandsAndWhatComesNext(InitiativeState state)
    {
        var story = StatusStory.Of(Cases.In(state), Cases.Policy, InTime);

        Assert.Matches("^[A-Z].*[^.]$", story.Headline);
        Assert.Matches(@"^[A-Z].*\.$", story.Next);
        Assert.Equal("Aanvraag ontvangen", story.Steps[0].Title);
        Assert.Equal(story.Headline, Assert.Single(story.Steps, step => step.State == StepState.Current).Title);
        Assert.Equal(Cases.In(state).IsClosed ? 0 : 1, story.Steps.Count(step => step.State == StepState.Next));
    }

    [Fact]
    public void Of_States_EachHaveWordsOfTheirOwn()
    {
        var headlines = Enum.GetValues<InitiativeState>()
            .Except([InitiativeState.Draft, InitiativeState.Submitted])
            .Select(state => StatusStory.Of(Cases.In(state), Cases.Policy, InTime).Headline);

        Assert.Equal(10, headlines.Distinct().Count());
    }

    [Theory]
    [InlineData(InitiativeState.InReview, "U hoort uiterlijk dinsdag 28 april 2026 van ons.")]
    [InlineData(InitiativeState.WaitingForApplicant, "uiterlijk dinsdag 24 maart 2026.")]
    [InlineData(InitiativeState.CouncilWindow, "tot en met dinsdag 17 maart 2026")]
    [InlineData(InitiativeState.CouncilDecides, "U hoort uiterlijk dinsdag 28 april 2026 van ons.")]
    [InlineData(InitiativeState.WaitingList, "U hoort uiterlijk dinsdag 28 april 2026 van ons.")]
    public void Of_OpenState_NamesTheDay(InitiativeState state, string words) =>
        Assert.Contains(words, StatusStory.Of(Cases.In(state), Cases.Policy, InTime).Next, StringComparison.Ordinal);

    [Fact]
    public void Of_LastDayAndTheDayAfter_SaysWhenWeAreLate()
    {
        var lastMinute = new DateTimeOffset(2026, 4, 28, 23, 59, 59, TimeSpan.FromHours(2));

        Assert.Contains("U hoort uiterlijk", Next(lastMinute), StringComparison.Ordinal);
        Assert.Contains("Dat is niet gelukt", Next(lastMinute.AddSeconds(1)), StringComparison.Ordinal);

        static string Next(DateTimeOffset now) => StatusStory.Of(Cases.InReview, Cases.Policy, now).Next;
    }

    [Fact]
    public void Of_WindowThatClosed_DoesNotNameADay() => Assert.Contains(
        "hebben meegekeken", StatusStory.Of(Cases.CouncilWindow with { WaitsUntil = null }, Cases.Policy, InTime).Next, StringComparison.Ordinal);

    [Fact]
    public void Of_QuestionsAndApproval_AreStepsInOrder()
    {
        var answered = Cases.Questioned.Answer(1, "In het wijkhuis.", InTime)!;
        var approved = answered with { Round = 2, Verdicts = [.. answered.Verdicts, Cases.VerdictOf(VerdictKind.Approve, round: 2)] };

        var steps = StatusStory.Of(approved, Cases.Policy, InTime).Steps;

        Assert.Equal(
            ["Aanvraag ontvangen", "Vraag aan u", "U heeft geantwoord", "De professional wil toekennen", "Wij bekijken uw aanvraag", "Besluit"],
            steps.Select(step => step.Title));
        Assert.Equal(
            [new(2026, 3, 2), new(2026, 3, 10), new DateOnly(2026, 3, 22), new DateOnly(2026, 3, 10), null, new DateOnly(2026, 5, 8)],
            steps.Select(step => step.Date));
    }

    [Theory]
    [InlineData(InitiativeState.Granted)]
    [InlineData(InitiativeState.Rejected)]
    [InlineData(InitiativeState.SetAside)]
    public void Of_Decided_NamesTheDayOfTheDecision(InitiativeState state) =>
        Assert.Equal(new DateOnly(2026, 4, 20), StatusStory.Of(Cases.In(state), Cases.Policy, InTime).Steps[^1].Date);
}
