using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Desk;

public sealed class CoordinatorWordsTests
{
    private static readonly Actor Welzijn = Actor.Reviewer("welzijn");
    private static readonly Actor Jeugd = Actor.Reviewer("jeugd");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKind_IsASentence(InitiativeEventKind kind) => Assert.Matches("^[A-Z].* .*\\.$", CoordinatorWords.Of(kind));

    [Fact]
    public void NoteOf_ReviewOpened_NamesThePanel() => Assert.Equal(
        "Ellen Kamphuis en Youssef Amrani",
        CoordinatorWords.NoteOf(Happened(InitiativeEventKind.ReviewOpened, $"{Welzijn}, {Jeugd}"), Desks.View(Cases.InReview)));

    [Fact]
    public void NoteOf_ReviewOpenedWithSomebodyAway_NamesThePanelAndWhoWasReplaced()
    {
        var change = new HandOver(1, Welzijn, Jeugd, HandOverReason.Absence, Cases.AskedAt, Actor.Workflow);
        var initiative = Cases.InReview with { Panel = Cases.InReview.Panel.With(change)! };

        Assert.Equal(
            "Youssef Amrani. Ellen Kamphuis gaf de plaats aan Youssef Amrani: afwezig.",
            CoordinatorWords.NoteOf(Happened(InitiativeEventKind.ReviewOpened, $"{Jeugd}; {change.Note}"), Desks.View(initiative)));
    }

    [Theory]
    [InlineData(1, "Ellen Kamphuis. Voor 1 plaats was er niemand.")]
    [InlineData(2, "Ellen Kamphuis. Voor 2 plaatsen was er niemand.")]
    public void NoteOf_ReviewOpenedWithVacantPlaces_SaysSo(int vacant, string words) => Assert.Equal(
        words,
        CoordinatorWords.NoteOf(Happened(InitiativeEventKind.ReviewOpened, (new PanelAppointment([Welzijn], []) { Vacant = vacant }).Note), Desks.View(Cases.InReview)));

    [Fact]
    public void NoteOf_ReviewerChanged_NamesBothAndWhy()
    {
        var change = new HandOver(1, Welzijn, Jeugd, HandOverReason.Conflict, Cases.AskedAt, Welzijn);
        var initiative = Cases.InReview with { Panel = Cases.InReview.Panel.With(change)! };

        Assert.Equal(
            "Ellen Kamphuis gaf de plaats aan Youssef Amrani: betrokken bij het initiatief.",
            CoordinatorWords.NoteOf(Happened(InitiativeEventKind.ReviewerChanged, change.Note), Desks.View(initiative)));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "Goed plan.")]
    public void NoteOf_Vote_StaysSealedAsLongAsTheRoundIsOpen(bool isSealed, string? note)
    {
        var panel = Cases.InReview.Panel with { IsSealed = isSealed, Seats = [Welzijn, Jeugd] };

        Assert.Equal(note, CoordinatorWords.NoteOf(Happened(InitiativeEventKind.Voted, "Goed plan."), Desks.View(Cases.InReview with { Panel = panel })));
    }

    [Fact]
    public void NoteOf_Decided_SaysNothingOfCodes() =>
        Assert.Null(CoordinatorWords.NoteOf(Happened(InitiativeEventKind.Rejected, "PotIsEmpty"), Desks.View(Cases.In(InitiativeState.Rejected))));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NoteOf_EachKind_IsWordsOrNothing(InitiativeEventKind kind) =>
        Assert.NotEqual("", CoordinatorWords.NoteOf(Happened(kind, Welzijn.ToString()), Desks.View(Cases.InReview)));

    public static TheoryData<InitiativeEventKind> Kinds() => [.. Enum.GetValues<InitiativeEventKind>()];

    private static InitiativeEvent Happened(InitiativeEventKind kind, string note) => new("key", kind, Cases.AskedAt, Actor.Workflow, note);
}
