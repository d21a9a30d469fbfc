using Initiatiefloket.Desk;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Endings.Letters;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Desk;

public sealed class LaterLettersTests
{
    private static readonly LaterLetterForm Full = new()
    {
        Amount = "100",
        Ground = nameof(LowerGround.CostLess),
        Day = DateParts.From(Days.Of("2026-12-01")),
        Words = "Zo wordt het.",
        Reasons = "Daarom.",
    };

    public static TheoryData<LetterKind> ByHand { get; } = [.. LaterKinds.All];

    [Theory]
    [InlineData(LetterKind.Award, LetterKind.Settlement, LetterKind.Amendment, LetterKind.Revocation, LetterKind.Recovery, LetterKind.ObjectionDecision)]
    [InlineData(LetterKind.SettledAward, LetterKind.Amendment, LetterKind.Revocation, LetterKind.Recovery, LetterKind.ObjectionDecision)]
    public void PossibleFor_Grant_GoesByHowItIsSettled(LetterKind grant, params LetterKind[] possible) => Assert.Equal(possible, LaterLetters.PossibleFor(Granted(grant)));

    [Fact]
    public void PossibleFor_SettledUnannouncedOpenOrInvolved_IsLessOrNothing()
    {
        var granted = Granted(LetterKind.Award);
        var settlement = Cases.LetterOf(LetterKind.Settlement) with { AnnouncedOn = Days.Of("2026-05-06") };

        Assert.DoesNotContain(LetterKind.Settlement, LaterLetters.PossibleFor(With(granted, settlement)));
        Assert.Empty(LaterLetters.PossibleFor(With(granted, settlement with { AnnouncedOn = null })));
        Assert.Empty(LaterLetters.PossibleFor(Desks.View(Cases.InReview)));
        var involved = granted.Initiative with { Panel = granted.Initiative.Panel with { InvolvedOthers = [Actor.Coordinator] } };
        Assert.Empty(LaterLetters.PossibleFor(granted with { Initiative = involved }));
    }

    [Theory]
    [InlineData("2026-05-20", true)] // the decision came on 10 June: the penalty ran from 4 June
    [InlineData("2026-05-28", false)] // it had not begun
    public void PossibleFor_PenaltyThatRan_IsADecision(string notice, bool isPossible)
    {
        var refused = Cases.In(InitiativeState.Rejected);
        var late = refused with { DefaultNoticeOn = Days.Of(notice), Letters = [refused.Letters[0] with { AnnouncedOn = Days.Of("2026-06-10") }] };
        var view = Desks.View(late) with { Now = Days.Moment("2026-06-20T06:00:00Z") };

        Assert.Equal(isPossible, LaterLetters.PossibleFor(view).Contains(LetterKind.PenaltyDecision));
        var letter = (PenaltyModel?)Read(LaterLetterForm.Empty, LetterKind.PenaltyDecision, view, out _);
        Assert.Equal(isPossible ? Euro.Whole(6 * 23) : null, letter?.Amount);
    }

    [Theory]
    [MemberData(nameof(ByHand))]
    public void ToModel_NothingFilledIn_SaysWhatIsMissing(LetterKind kind)
    {
        Assert.Null(Read(LaterLetterForm.Empty, kind, Granted(LetterKind.Award), out var errors));

        Assert.Equal(kind != LetterKind.PenaltyDecision, errors.Any);
    }

    [Theory]
    [InlineData(LetterKind.Settlement, "CostLess")]
    [InlineData(LetterKind.Amendment, "BeforeSettling")]
    [InlineData(LetterKind.Revocation, "AfterSettling")]
    [InlineData(LetterKind.Recovery, "")]
    public void ToModel_AllFilledIn_IsTheLetter(LetterKind kind, string ground)
    {
        var letter = Read(Full with { Ground = ground }, kind, Granted(LetterKind.Award), out var errors);

        Assert.Empty(errors);
        Assert.Equal(kind, letter!.Kind);
    }

    [Theory]
    [InlineData("3.500", "", true)] // all that was granted needs no ground
    [InlineData("3.499", "", false)]
    [InlineData("3.499", "NotDone", true)]
    [InlineData("3.499", "7", false)]
    [InlineData("3.501", "NotDone", false)]
    public void ToModel_Settlement_NeedsAGroundWhenItIsLower(string amount, string ground, bool isRight) =>
        Assert.Equal(isRight, Read(Full with { Amount = amount, Ground = ground }, LetterKind.Settlement, Granted(LetterKind.Award), out _) is not null);

    [Fact]
    public void ToModel_SettlementOfWhatTheCouncilLowered_GoesByWhatWasGranted()
    {
        var granted = Granted(LetterKind.PartialAward);
        var lowered = granted with { Initiative = granted.Initiative with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) with { Amount = Euro.Whole(2000) } } };
        var all = Full with { Amount = "2.000", Ground = "" };

        Assert.Equal(Euro.Whole(2000), Assert.IsType<SettlementModel>(Read(all, LetterKind.Settlement, lowered, out _)).Awarded);
        Assert.Null(Read(all with { Amount = "2.001" }, LetterKind.Settlement, lowered, out _));
    }

    [Theory]
    [InlineData(LetterKind.Settlement, true)]
    [InlineData(LetterKind.Intention, false)] // goes out with a question, which the trail tells of
    public void IsLetterUnderWay_LetterThatIsNotAnnounced_GoesByWhetherItDecides(LetterKind kind, bool isUnderWay) =>
        Assert.Equal(isUnderWay, With(Granted(LetterKind.Award), Cases.LetterOf(kind) with { AnnouncedOn = null }).IsLetterUnderWay);

    [Theory]
    [InlineData(LetterKind.Award, "2026-12-14")] // 14 September and thirteen weeks
    [InlineData(LetterKind.SettledAward, null)]
    public void SettleBy_Grant_IsAfterTheActivityUnlessItWasSettled(LetterKind kind, string? day)
    {
        var view = Granted(kind) with { Application = Cases.Application with { StartsOn = Days.Of("2026-09-14") } };

        Assert.Equal(day is null ? (DateOnly?)null : Days.Of(day), view.SettleBy);
    }

    private static DeskView Granted(LetterKind kind) => Desks.View(
        Cases.In(InitiativeState.Granted) with { Letters = [Cases.LetterOf(kind) with { AnnouncedOn = Days.Of("2026-04-21") }] });

    private static DeskView With(DeskView view, Letter letter) => view with { Initiative = view.Initiative with { Letters = [.. view.Initiative.Letters, letter] } };

    private static DecisionModel? Read(LaterLetterForm form, LetterKind kind, DeskView view, out FormErrors errors)
    {
        errors = [];
        return form.ToModel(kind, SampleLetters.Case(4000, 4000) with { Initiative = view.Initiative }, view, errors);
    }
}
