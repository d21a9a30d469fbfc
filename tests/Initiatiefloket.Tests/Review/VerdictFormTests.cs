using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Initiatiefloket.Tests.Review.Forms;

namespace Initiatiefloket.Tests.Review;

public sealed class VerdictFormTests
{
    [Fact]
    public void Read_Approval_HasAmountReasonsAndConditions()
    {
        var read = Read(Approval with { ConditionCodes = ["permit"], Conditions = "Meld u vooraf." })!;

        Assert.Equal((VerdictKind.Approve, "Goed plan.", Euro.Whole(3500)), (read.Kind, read.Reasons, read.Amount!.Value));
        Assert.Equal(["permit"], read.ConditionCodes);
        Assert.Equal("Meld u vooraf.", read.Conditions);
        Assert.Null(Read(Approval)!.Conditions);
        Assert.Equal(Cases.InReview.Asked, Read(Approval with { Amount = "4000" })!.Amount);
    }

    [Fact]
    public void Read_Questions_HaveEachTheirPartAndOneReason()
    {
        var form = PutQuestion with { Questions = [.. PutQuestion.Questions, new TypedQuestion("Costs", "Wat kost de zaal?")] };

        var read = Read(form)!;

        Assert.Equal((VerdictKind.Ask, (Euro?)null), (read.Kind, read.Amount));
        Assert.Equal(
            [
                new Question { Id = "2-1", About = ApplicationPart.Whole, Text = "Waar is het?", Why = "Dat staat er niet." },
                new Question { Id = "2-2", About = ApplicationPart.Costs, Text = "Wat kost de zaal?", Why = "Dat staat er niet." },
            ],
            read.Questions);
        Assert.Equal("Waar is het?\nWat kost de zaal?", read.Words);
    }

    [Theory]
    [InlineData(VerdictForm.Complete, true)]
    [InlineData(VerdictForm.Simple, false)]
    public void Read_KindOfQuestion_SaysWhetherTheClockStops(string kind, bool suspends) =>
        Assert.Equal(suspends, Read(PutQuestion with { AskKind = kind })!.SuspendsClock);

    [Theory]
    [InlineData("2026-03-24T22:30:00Z", null)] // the recovery term is not over
    [InlineData("2026-03-24T23:00:00Z", "2026-04-21")]
    [InlineData("2026-04-21T21:59:59Z", "2026-04-21")]
    [InlineData("2026-04-21T22:00:00Z", null)] // midnight in town
    public void Read_SetAside_IsTakenForFourWeeksAfterTheRecoveryTerm(string now, string? lastDay)
    {
        var (moment, form) = (Days.Moment(now), new VerdictForm { Choice = VerdictForm.SetAside, Incomplete = "De begroting ontbreekt." });
        var unanswered = Cases.Questioned.CloseQuestions(1)! with { Round = 2, State = InitiativeState.InReview };
        Assert.Equal(lastDay, unanswered.SetAsideBy(LocalTime.DayOf(moment), Cases.Policy.WorkingDays)?.ToIso());

        if (lastDay is null)
        {
            AssertWrong(form, "", "Buiten behandeling stellen kon tot en met dinsdag 21 april 2026", unanswered, moment);
            return;
        }

        Assert.Equal((VerdictKind.SetAside, "De begroting ontbreekt."), (Read(form, unanswered, moment)!.Kind, Read(form, unanswered, moment)!.Words));
        AssertWrong(form with { Incomplete = "" }, VerdictForm.SetAsideField, "Vul in waarom u de aanvraag niet kunt behandelen", unanswered, moment);
    }

    [Fact]
    public void Read_SetAsideWithoutARequestToComplete_IsNotTaken() =>
        AssertWrong(new VerdictForm { Choice = VerdictForm.SetAside, Incomplete = "Te kort." }, "", "is niet gevraagd om de aanvraag aan te vullen");

    [Fact]
    public void Read_RequestToCompleteAfterTheTerm_IsNotTaken()
    {
        var late = LocalTime.StartOf(Cases.InReview.Clock!.DecideBy(Cases.Policy.WorkingDays).AddDays(1));

        AssertWrong(PutQuestion, VerdictForm.AskKindField, "de beslistermijn is voorbij", now: late);
        Assert.False(Read(PutQuestion with { AskKind = VerdictForm.Simple }, now: late)!.SuspendsClock);
        AssertWrong(PutQuestion with { AskKind = "" }, VerdictForm.AskKindField, "Kies of u zonder antwoord kunt beslissen");
    }

    [Fact]
    public void MaySuspend_Today_SaysWhatTheClockStillAllows()
    {
        var dayAfter = LocalTime.StartOf(Cases.InReview.Clock!.DecideBy(Cases.Policy.WorkingDays).AddDays(1));

        Assert.True(VerdictForm.MaySuspend(Cases.InReview, Cases.Policy, dayAfter.AddTicks(-1)));
        Assert.False(VerdictForm.MaySuspend(Cases.InReview, Cases.Policy, dayAfter));
    }

    [Fact]
    public void WithQuestionsAbout_Gaps_PutsThemAfterWhatWasTypedAsARequestToComplete()
    {
        Gap[] gaps =
            [Gap.Of(PlainQuestions.ForWhom)!, Gap.Of(PlainQuestions.Participants)!, Gap.StartsOn, Gap.Of(PlainQuestions.Partners)!, Gap.Costs];
        var asked = (PutQuestion with { AskKind = "" }).WithQuestionsAbout([Gap.Of(PlainQuestions.Participants)!, Gap.Costs]);

        Assert.Equal([ApplicationPart.Whole, new ApplicationPart("Participants"), ApplicationPart.Costs], Read(asked)!.Questions.Select(one => one.About));
        Assert.Equal(VerdictForm.Complete, asked.AskKind);
        Assert.Equal(VerdictForm.Simple, (PutQuestion with { AskKind = VerdictForm.Simple }).WithQuestionsAbout([Gap.Costs]).AskKind);
        Assert.Equal(asked.Questions, asked.WithQuestionsAbout([Gap.Of(PlainQuestions.Participants)!, Gap.Costs]).Questions);
        Assert.Equal(gaps.Length, Approval.WithQuestionsAbout(gaps).Questions.Count);
        Assert.Equal(Question.Most, PutQuestion.WithQuestionsAbout(gaps).Questions.Count);
    }

    [Fact]
    public void WithOneReason_FormWithAReasonForEachQuestion_HasTheFirstOfThem()
    {
        var kept = PutQuestion with
        {
            AskWhy = "",
            Questions = [new TypedQuestion("", "Waar?"), new TypedQuestion("", "Wanneer?") { Why = "Het staat er niet." }, new TypedQuestion("", "Wie?") { Why = "Zomaar." }],
        };

        Assert.Equal("Het staat er niet.", kept.WithOneReason().AskWhy);
        Assert.Equal(["Waar?", "Wanneer?", "Wie?"], Read(kept.WithOneReason())!.Questions.Select(question => question.Text));
        Assert.Equal(PutQuestion.AskWhy, (kept with { AskWhy = PutQuestion.AskWhy }).WithOneReason().AskWhy);
    }

    [Fact]
    public void WithOneMore_Typed_StaysAndThereIsRoomForAnother()
    {
        Assert.Equal([PutQuestion.Questions[0], TypedQuestion.Empty], PutQuestion.WithOneMore().Questions);
        var most = PutQuestion with { Questions = [.. Enumerable.Repeat(PutQuestion.Questions[0], Question.Most)] };
        Assert.Equal(Question.Most, most.WithOneMore().Questions.Count);
    }

    [Fact]
    public void Read_Refusal_HasItsGroundsAndReasons()
    {
        var read = Read(Refusal with { RefusalCodes = ["costs", "no-support"] })!;

        Assert.Equal((VerdictKind.Decline, "De zaal is gratis."), (read.Kind, read.Reasons));
        Assert.Equal(["costs", "no-support"], read.RefusalCodes);
        Assert.Empty(read.HearingCodes);
        Assert.Equal(["accounting"], Read(Refusal with { RefusalCodes = ["costs", "accounting"] })!.HearingCodes);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(400_000, 1)]
    public void CheckGrounds_MoneyLeft_RefusesAGroundThatNeedsAnEmptyPot(long cents, int mistakes)
    {
        var (left, errors) = (new Euro(cents), new FormErrors());

        (Refusal with { RefusalCodes = ["costs", "ceiling-reached"] }).CheckGrounds(Cases.Policy, left, errors);
        (Refusal with { RefusalCodes = ["costs"] }).CheckGrounds(Cases.Policy, left, errors);
        (Approval with { RefusalCodes = ["ceiling-reached"] }).CheckGrounds(Cases.Policy, left, errors);

        Assert.Equal(mistakes, errors.Count);
        Assert.Equal(mistakes, VerdictForm.GroundsNotNow(Cases.Policy, left).Count);
    }

    [Fact]
    public void Read_CodesThatThePolicyDoesNotHave_AreNotTaken()
    {
        AssertWrong(Refusal with { RefusalCodes = [] }, VerdictForm.RefusalCodesField, "Kies minstens één reden");
        AssertWrong(Refusal with { RefusalCodes = ["costs", "zomaar"] }, VerdictForm.RefusalCodesField, "Kies opnieuw");
        AssertWrong(Approval with { ConditionCodes = ["zomaar"] }, VerdictForm.ConditionCodesField, "Kies opnieuw");
    }

    [Theory]
    [InlineData("0", "Kies dan voor afwijzen")]
    [InlineData("4000,01", "ten hoogste €\u00A04.000,00")]
    [InlineData("", "Vul een bedrag in")]
    [InlineData("veel", "Vul het bedrag in met cijfers")]
    [InlineData("-10", "niet lager")]
    public void Read_WrongAmount_SaysWhatToFillIn(string amount, string message) =>
        AssertWrong(Approval with { Amount = amount }, VerdictForm.AmountField, message);

    [Fact]
    public void Read_WithoutWords_AsksForThem()
    {
        AssertWrong(Approval with { Reasons = "" }, VerdictForm.ReasonsField, "Vul in waarom u wilt toekennen");
        AssertWrong(Asking(new TypedQuestion("", "")), TypedQuestion.TextField(0), "Vul in wat u van de aanvrager nodig heeft");
        AssertWrong(PutQuestion with { AskWhy = "" }, VerdictForm.AskWhyField, "Vul in waarom u dit vraagt");
        AssertWrong(Refusal with { Refusal = "" }, VerdictForm.RefusalField, "Vul in waarom u afwijst");
    }

    [Fact]
    public void Read_TextsAtTheLimit_AreTakenAndBeyondItNot()
    {
        var longest = new string('x', VerdictForm.LongestText);

        Assert.NotNull(Read(Approval with { Reasons = longest, Conditions = longest }));
        AssertWrong(Approval with { Reasons = longest + "x" }, VerdictForm.ReasonsField, "Nu zijn het er 4001");
        AssertWrong(Approval with { Conditions = longest + "x" }, VerdictForm.ConditionsField, "Maak de tekst korter");
        AssertWrong(Asking(new TypedQuestion("", longest)), TypedQuestion.TextField(0), "Maak de tekst korter");
        AssertWrong(Refusal with { Refusal = longest + "x" }, VerdictForm.RefusalField, "Maak de tekst korter");
    }

    [Fact]
    public void CheckLengths_OnlyMindsWhatIsTooLong()
    {
        Assert.Empty(new VerdictForm().CheckLengths());
        var wrong = Approval with { Refusal = new string('x', VerdictForm.LongestText + 1), Scores = [new("prevention", "", new string('x', 501))] };
        Assert.Equal(
            [TypedScore.JustificationField("prevention"), VerdictForm.RefusalField], wrong.CheckLengths().Select(error => error.Field));
    }

    [Fact]
    public void Read_OneQuestionTooMany_IsNotTaken()
    {
        AssertWrong(PutQuestion, "", "Kies voor toekennen of afwijzen", AskedOut);
        Assert.NotNull(Read(Approval, AskedOut));
    }

    [Theory]
    [InlineData("")]
    [InlineData("TOEKENNEN")]
    [InlineData("toekennen,afwijzen")]
    public void Read_NoChoice_AsksToChoose(string choice) => AssertWrong(Approval with { Choice = choice }, "", "Kies wat u wilt doen");

    [Property]
    public Property Read_AnyAmount_NeverGrantsMoreThanAskedOrNothing() =>
        Prop.ForAll(Gen.Choose(-10, 500_000).ToArbitrary(), cents =>
            Read(Approval with { Amount = $"{cents / 100},{Math.Abs(cents % 100):D2}" }) is not { Amount: { } amount }
            || (amount > Euro.Zero && amount <= Cases.InReview.Asked && amount.Cents == cents));

    [Fact]
    public void From_PostedFields_AreCleaned()
    {
        var posted = new FormCollection(new Dictionary<string, StringValues>
        {
            [VerdictForm.ChoiceField] = VerdictForm.Approve,
            [VerdictForm.AmountField] = " 12 ",
            [VerdictForm.ReasonsField] = "een\r\ntwee\0 ",
            [VerdictForm.RefusalCodesField] = new(["costs", " costs ", "", new string('x', 101)]),
            [VerdictForm.AskKindField] = "zomaar",
            [TypedQuestion.TextField(1)] = "Waar is het? ",
            [TypedQuestion.AboutField(2)] = "Costs",
            [TypedScore.ScoreField("prevention")] = "6",
            [TypedScore.JustificationField("feasibility")] = "Kan.",
            [TypedScore.ScoreField("schaken")] = "5",
        });

        var form = VerdictForm.From(posted, Cases.Policy);

        Assert.Equal((VerdictForm.Approve, "12", "een\ntwee", ""), (form.Choice, form.Amount, form.Reasons, form.Refusal));
        Assert.Equal([new TypedQuestion("", "Waar is het?")], form.Questions);
        Assert.Equal(["costs"], form.RefusalCodes);
        Assert.Equal("", form.AskKind);
        Assert.Equal([new TypedScore("feasibility", "", "Kan.")], form.Scores);
    }

    [Fact]
    public void Empty_HasTheAmountAsked()
    {
        Assert.Equal("4.000,00", VerdictForm.Empty(Cases.InReview).Amount);
        Assert.Equal([TypedQuestion.Empty], VerdictForm.Empty(Cases.InReview).Questions);
    }

    [Fact]
    public void Read_TooLongInAnotherPart_IsAMistakeOnceSinceTheWholeFormIsKept()
    {
        var errors = new FormErrors();
        var form = Forms.PutQuestion with { Refusal = new string('n', VerdictForm.LongestText + 1) };

        Assert.Null(Read(form, errors));
        Assert.Equal(VerdictForm.RefusalField, Assert.Single(errors).Field);
    }

    [Fact]
    public void WithoutQuestions_FilledIn_KeepsTheRest()
    {
        var form = Approval with { AskKind = VerdictForm.Simple, AskWhy = "Zomaar.", Questions = Forms.PutQuestion.Questions };

        Assert.Equivalent(Approval with { AskKind = "", Questions = [TypedQuestion.Empty] }, form.WithoutQuestions(), strict: true);
    }

    [Fact]
    public void Read_Form_NamesWhoAndWhen()
    {
        var verdict = Read(Approval)!;

        Assert.Equal((Actor.Reviewer("welzijn"), 2, Cases.AskedAt, Euro.Whole(3500)), (verdict.By, verdict.Round, verdict.At, verdict.Amount!.Value));
        Assert.Equal(Cases.Policy.Rubric.Count, verdict.Scores.Count);
    }
}
