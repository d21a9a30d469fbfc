using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeskFormTests
{
    private static readonly Actor Welzijn = Actor.Reviewer("welzijn");
    private static readonly Actor Jeugd = Actor.Reviewer("jeugd");

    [Fact]
    public void ReadReason_Empty_AsksForOne() =>
        Assert.Equal("Vul in waarom u meer tijd nodig heeft. De aanvrager leest dit in de mail.", Problem(errors => DeskForm.Empty.ReadReason(errors)));

    [Theory]
    [InlineData("", "", 2)]
    [InlineData("reviewer:welzijn", "", 1)]
    [InlineData("reviewer:welzijn", "reviewer:welzijn", 1)] // to oneself
    [InlineData("reviewer:jeugd", "reviewer:zorg", 1)] // of somebody who does not sit there
    [InlineData("reviewer:welzijn", "reviewer:niemand", 1)]
    [InlineData("reviewer:welzijn", "reviewer:zorg", 0)]
    [InlineData("reviewer:welzijn", "coordinator", 0)]
    public void ReadHandOver_Choices_MustBeOnThePage(string from, string to, int problems)
    {
        var errors = new FormErrors();

        var read = (DeskForm.Empty with { From = from, To = to }).ReadHandOver(Desks.View(Cases.InReview), errors);

        Assert.Equal(problems, errors.Count);
        Assert.Equal(problems == 0, read is var (giver, taker) && (giver.ToString(), taker.ToString()) == (from, to));
    }

    [Fact]
    public void ReadHandOver_Involved_CannotTakeAPlace()
    {
        var change = new HandOver(1, Welzijn, Jeugd, HandOverReason.Conflict, Cases.AskedAt, Welzijn);
        var view = Desks.View(Cases.InReview with { Panel = Cases.InReview.Panel.With(change)! });

        Assert.DoesNotContain(view.MayTake, choice => choice.Value == Welzijn.ToString());
        Assert.Equal(Jeugd.ToString(), Assert.Single(view.MayGive).Value);
    }

    [Fact]
    public void ReadHandOver_CoordinatorSettlesADisagreement_IsNotOffered()
    {
        var panel = Cases.InReview.Panel with { Kind = RoundKind.Arbitration, Seats = [Actor.Coordinator] };

        Assert.Empty(Desks.View(Cases.InReview with { Panel = panel }).MayGive);
    }

    [Fact]
    public void ReadHandOver_InvolvedCoordinatorIsTheOnlyArbiter_CanSeatWhoIsBack()
    {
        var panel = new Panel { Kind = RoundKind.Arbitration, Seats = [Actor.Coordinator], InvolvedOthers = [Actor.Coordinator] };
        var initiative = Cases.InReview with { Panel = panel };

        Assert.Equal(
            (Actor.Coordinator, Jeugd),
            (DeskForm.Empty with { From = Actor.Coordinator.ToString(), To = Jeugd.ToString() }).ReadHandOver(Desks.View(initiative), []));
        Assert.Equal([Jeugd], initiative.HandOver(new HandOver(1, Actor.Coordinator, Jeugd, HandOverReason.Coordinator, Cases.AskedAt, Actor.Coordinator))!.Panel.Seats);
    }

    /// <summary>Decide by 28 April; today is 12 May.</summary>
    [Theory]
    [InlineData("", "5", "2026", "bijvoorbeeld 14 9 2026")]
    [InlineData("31", "4", "2026", "bijvoorbeeld 14 9 2026")]
    [InlineData("13", "5", "2026", "niet in de toekomst")]
    [InlineData("28", "4", "2026", "na 28 april 2026")]
    [InlineData("29", "4", "2026", null)]
    [InlineData("12", "5", "2026", null)]
    public void ReadNotice_Day_MustLieAfterTheTerm(string day, string month, string year, string? problem)
    {
        var errors = new FormErrors();
        var form = DeskForm.Empty with { NoticeOn = new DateParts(day, month, year) };

        var read = form.ReadNotice(Desks.View(Cases.InReview) with { Now = LocalTime.StartOf(Days.Of("2026-05-12")) }, errors);

        Assert.Equal(problem is null, read is not null);
        Assert.Equal(problem is null, !errors.Any);
        Assert.Contains(problem ?? "", errors.Any ? errors[0].Message : "", StringComparison.Ordinal);
    }

    /// <summary>The decision was sent, or the application withdrawn, on 6 May.</summary>
    [Theory]
    [InlineData(InitiativeState.Granted, "6", null)]
    [InlineData(InitiativeState.Granted, "7", "uiterlijk 6 mei 2026. Op die dag is het besluit verstuurd.")]
    [InlineData(InitiativeState.Withdrawn, "6", null)]
    [InlineData(InitiativeState.Withdrawn, "7", "uiterlijk 6 mei 2026. Op die dag trok de aanvrager de aanvraag in.")]
    public void ReadNotice_AfterTheEnd_MustLieBeforeIt(InitiativeState state, string day, string? problem)
    {
        var letters = Cases.In(state).Letters.Select(letter => letter with { AnnouncedOn = Days.Of("2026-05-06") });
        var withdrawn = new InitiativeEvent("withdrawn", InitiativeEventKind.Withdrawn, Days.Moment("2026-05-06T10:00:00Z"), Actor.Applicant);
        var errors = new FormErrors();
        var view = Desks.View(Cases.In(state) with { Letters = [.. letters] }) with
        {
            Events = state == InitiativeState.Withdrawn ? [withdrawn] : [],
            Now = LocalTime.StartOf(Days.Of("2026-05-12")),
        };

        Assert.Equal(problem is null, (DeskForm.Empty with { NoticeOn = new DateParts(day, "5", "2026") }).ReadNotice(view, errors) is not null);

        Assert.Contains(problem ?? "", errors.Any ? errors[0].Message : "", StringComparison.Ordinal);
    }

    /// <summary>Decided on 20 April; today is 12 May.</summary>
    [Theory]
    [InlineData("", "bijvoorbeeld 14 9 2026")]
    [InlineData("13 5", "niet in de toekomst")]
    [InlineData("19 4", "20 april 2026 of later")]
    [InlineData("20 4", null)]
    [InlineData("12 5", null)]
    public void ReadPosted_Day_MustLieBetweenTheDecisionAndToday(string typed, string? problem)
    {
        var errors = new FormErrors();
        var parts = typed.Split(' ');
        var form = DeskForm.Empty with { PostedOn = new DateParts(parts[0], parts[^1], "2026") };

        var read = form.ReadPosted(Desks.View(Cases.In(InitiativeState.Granted)) with { Now = LocalTime.StartOf(Days.Of("2026-05-12")) }, errors);

        Assert.Equal(problem is null, read is not null);
        Assert.Contains(problem ?? "", errors.Any ? errors[0].Message : "", StringComparison.Ordinal);
    }

    private static string Problem(Action<FormErrors> read)
    {
        var errors = new FormErrors();
        read(errors);
        return Assert.Single(errors).Message;
    }
}
