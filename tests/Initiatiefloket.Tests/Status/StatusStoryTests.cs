using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Status;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Tests.Status;

public sealed class StatusStoryTests
{
    private static readonly DateTimeOffset InTime = Cases.ReceivedAt.AddDays(20);

    /// <summary>A draft has no status page yet: its link comes with the receipt.</summary>
    public static TheoryData<InitiativeState> States { get; } = [.. Enum.GetValues<InitiativeState>().Except([InitiativeState.Draft])];

    public static TheoryData<InitiativeEventKind> Kinds { get; } = [.. Enum.GetValues<InitiativeEventKind>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Of_State_SaysWhereItStandsAndWhatComesNext(InitiativeState state)
    {
        var story = StoryOf(Cases.In(state), InTime);

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
            .Select(state => StoryOf(Cases.In(state), InTime).Headline);

        Assert.Equal(10, headlines.Distinct().Count());
    }

    [Theory]
    [InlineData(InitiativeState.InReview, "U hoort van ons uiterlijk op dinsdag 28 april 2026 (nog ")]
    [InlineData(InitiativeState.WaitingForApplicant, "uiterlijk dinsdag 24 maart 2026.")]
    [InlineData(InitiativeState.CouncilWindow, "tot en met dinsdag 17 maart 2026")]
    [InlineData(InitiativeState.CouncilDecides, "U hoort van ons uiterlijk op dinsdag 28 april 2026 (nog ")]
    [InlineData(InitiativeState.WaitingList, "U hoort van ons uiterlijk op dinsdag 28 april 2026 (nog ")]
    public void Of_OpenState_NamesTheDay(InitiativeState state, string words) =>
        Assert.Contains(words, StoryOf(Cases.In(state), InTime).Next, StringComparison.Ordinal);

    [Theory]
    [InlineData(InitiativeState.Granted)]
    [InlineData(InitiativeState.Rejected)]
    [InlineData(InitiativeState.SetAside)]
    public void Of_Decided_SaysThatTheLetterIsThereOnlyWhenItIs(InitiativeState state)
    {
        var decided = Cases.In(state);
        var announced = decided with { Letters = [decided.Letters[0] with { AnnouncedOn = decided.Letters[0].DecidedOn }] };

        Assert.Equal("Wij hebben besloten. De brief krijgt u nog van ons.", StoryOf(decided, InTime).Next);
        Assert.Contains("hieronder", StoryOf(announced, InTime).Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Granted_SaysUntilWhenWePay()
    {
        var granted = Cases.In(InitiativeState.Granted);
        var announced = granted with { Letters = [granted.Letters[0] with { AnnouncedOn = Days.Of("2026-04-01") }] };

        Assert.EndsWith("Wij betalen uiterlijk woensdag 13 mei 2026.", StoryOf(announced, InTime).Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InitiativeState.Submitted)]
    [InlineData(InitiativeState.InReview)]
    public void Of_InReview_SaysThatAQuestionMayCome(InitiativeState state) =>
        Assert.Contains("Is er een vraag, dan krijgt u een mail.", StoryOf(Cases.In(state), InTime).Next, StringComparison.Ordinal);

    [Fact]
    public void Of_LastDayAndTheDayAfter_SaysWhenWeAreLate()
    {
        var lastMinute = new DateTimeOffset(2026, 4, 28, 23, 59, 59, TimeSpan.FromHours(2));

        Assert.Contains("(vandaag)", Next(lastMinute), StringComparison.Ordinal);
        Assert.Contains("Dat is niet gelukt", Next(lastMinute.AddSeconds(1)), StringComparison.Ordinal);

        static string Next(DateTimeOffset now) => StoryOf(Cases.InReview, now).Next;
    }

    [Fact]
    public void Of_LaterDateTold_NamesBothDates()
    {
        var told = OrdinanceClocks.Of("2026-03-02", ExtensionBasis.ToldOnly).Extend(Days.Of("2026-04-20"), Term.Parse("2 weken"), Days.Calendar);

        var story = StoryOf(Cases.InReview with { Clock = Assert.IsType<ClockChange.Changed>(told).Clock }, InTime).Next;

        Assert.Contains("uiterlijk op maandag 11 mei 2026. De wettelijke termijn blijft maandag 27 april 2026.", story, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WindowThatClosed_DoesNotNameADay() => Assert.Contains(
        "hebben meegekeken", StoryOf(Cases.CouncilWindow with { WaitsUntil = null }, InTime).Next, StringComparison.Ordinal);

    [Fact]
    public void Of_Events_AreStepsInOrder()
    {
        InitiativeEvent[] events =
        [
            EventOf(InitiativeEventKind.Submitted, 0),
            EventOf(InitiativeEventKind.ReviewOpened, 0),
            EventOf(InitiativeEventKind.QuestionAsked, 8),
            EventOf(InitiativeEventKind.QuestionAnswered, 10),
            EventOf(InitiativeEventKind.Approved, 12),
            EventOf(InitiativeEventKind.PutOnWaitingList, 13),
            EventOf(InitiativeEventKind.Reserved, 14),
            EventOf(InitiativeEventKind.CouncilWindowOpened, 15),
        ];

        var steps = StatusStory.Of(Cases.CouncilWindow, events, Cases.Policy, Dutch, InTime).Steps;

        Assert.Equal(
            [
                "Aanvraag ontvangen", "Vraag aan u", "U heeft geantwoord", "De professional wil toekennen", "Op de wachtlijst gezet",
                "Er is geld voor uw plan", "De gemeenteraad kijkt mee", "Besluit",
            ],
            steps.Select(step => step.Title));
        Assert.Equal(
            [2, 10, 12, 14, 15, 16, 17, 28], steps.Select(step => step.Date!.Value.Day));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKindOfEvent_IsAStepWithWordsOrNone(InitiativeEventKind kind)
    {
        InitiativeEvent[] events = [EventOf(InitiativeEventKind.PutOnWaitingList, 0), EventOf(kind, 1)];

        var steps = StatusStory.Of(Cases.InReview, events, Cases.Policy, Dutch, InTime).Steps;

        Assert.InRange(steps.Count, 3, 4);
        Assert.All(steps, step => Assert.Matches("^[A-Z].*[^.]$", step.Title));
    }

    [Fact]
    public void Of_Draft_HasNoStory() => Assert.Throws<UnreachableException>(() => StoryOf(Cases.Draft, InTime));

    [Fact]
    public void Of_TimeToAnswerIsOver_DoesNotNameADay() => Assert.Contains(
        "gaat verder", StoryOf(Cases.Questioned.CloseQuestions(1)!, InTime).Next, StringComparison.Ordinal);

    [Theory]
    [InlineData(InitiativeState.Granted)]
    [InlineData(InitiativeState.Rejected)]
    [InlineData(InitiativeState.SetAside)]
    public void Of_Decided_NamesTheDayOfTheDecision(InitiativeState state) =>
        Assert.Equal(new DateOnly(2026, 4, 20), StoryOf(Cases.In(state), InTime).Steps[^1].Date);

    private static IStringLocalizer<Texts> Dutch => AppTexts.Localizer;

    private static StatusStory StoryOf(Initiative initiative, DateTimeOffset now) =>
        StatusStory.Of(initiative, [EventOf(InitiativeEventKind.Submitted, 0)], Cases.Policy, Dutch, now);

    private static InitiativeEvent EventOf(InitiativeEventKind kind, int days) =>
        new($"{kind}", kind, Cases.ReceivedAt.AddDays(days), Actor.Workflow);
}
