using FsCheck.Fluent;
using Initiatiefloket.Budget;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Budget;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Review;

public sealed class VerdictFormTests
{
    private static readonly Euro Asked = Euro.Whole(4000);
    private static readonly VerdictForm Approval = new(VerdictForm.Approve, "3.500", "Goed plan.", "", [TypedQuestion.Empty], "");

    private static readonly VerdictForm Question = Asking(new TypedQuestion("", "Waar is het?", "Dat staat er niet."));

    [Fact]
    public void Read_Approval_HasAmountAndReasons()
    {
        Assert.Equivalent(new VerdictInput(VerdictKind.Approve, "Goed plan.", Euro.Whole(3500)), Read(Approval), strict: true);
        Assert.Equal("Meld u vooraf.", Read(Approval with { Conditions = "Meld u vooraf." })!.Conditions);
        Assert.Equal(Asked, Read(Approval with { Amount = "4000" })!.Amount);
    }

    [Fact]
    public void Read_Questions_HaveEachTheirPartAndReason()
    {
        var form = Question with { Questions = [.. Question.Questions, new TypedQuestion("Costs", "Wat kost de zaal?", "De huur lijkt hoog.")] };

        var read = Read(form)!;

        Assert.Equal((VerdictKind.Ask, (Euro?)null), (read.Kind, read.Amount));
        Assert.Equal(
            [
                new QuestionInput(ApplicationPart.Whole, "Waar is het?", "Dat staat er niet."),
                new QuestionInput(ApplicationPart.Costs, "Wat kost de zaal?", "De huur lijkt hoog."),
            ],
            read.Questions);
        var verdict = read.By("reviewer:welzijn", 2, Cases.AskedAt);
        Assert.Equal(["2-1", "2-2"], verdict.Questions.Select(question => question.Id));
        Assert.Equal("Waar is het?\nWat kost de zaal?", verdict.Words);
    }

    [Fact]
    public void WithOneMore_Typed_StaysAndThereIsRoomForAnother()
    {
        var more = Question with { Choice = VerdictForm.OneMore };

        Assert.True(more.WantsOneMore);
        Assert.Equal([Question.Questions[0], TypedQuestion.Empty], more.WithOneMore().Questions);
        var most = more with { Questions = [.. Enumerable.Repeat(Question.Questions[0], Initiatiefloket.Review.Question.Most)] };
        Assert.Equal(Initiatiefloket.Review.Question.Most, most.WithOneMore().Questions.Count);
    }

    [Fact]
    public void Read_Refusal_HasItsReasons()
    {
        var form = Approval with { Choice = VerdictForm.Decline, Refusal = "Past niet." };

        Assert.Equivalent(new VerdictInput(VerdictKind.Decline, "Past niet."), Read(form), strict: true);
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
        AssertWrong(Asking(new TypedQuestion("", "", "Zomaar.")), TypedQuestion.TextField(0), "Vul in wat u van de aanvrager nodig heeft");
        AssertWrong(Asking(new TypedQuestion("", "Waar?", "")), TypedQuestion.WhyField(0), "Vul in waarom u dit vraagt");
        AssertWrong(Approval with { Choice = VerdictForm.Decline }, VerdictForm.RefusalField, "Vul in waarom u afwijst");
    }

    [Fact]
    public void Read_TextsAtTheLimit_AreTakenAndBeyondItNot()
    {
        var longest = new string('x', VerdictForm.LongestText);

        Assert.NotNull(Read(Approval with { Reasons = longest, Conditions = longest }));
        AssertWrong(Approval with { Reasons = longest + "x" }, VerdictForm.ReasonsField, "Nu zijn het er 4001");
        AssertWrong(Approval with { Conditions = longest + "x" }, VerdictForm.ConditionsField, "Maak de tekst korter");
        AssertWrong(Asking(new TypedQuestion("", longest, "Zomaar.")), TypedQuestion.TextField(0), "Maak de tekst korter");
        AssertWrong(Approval with { Choice = VerdictForm.Decline, Refusal = longest + "x" }, VerdictForm.RefusalField, "Maak de tekst korter");
    }

    [Fact]
    public void Read_OneQuestionTooMany_IsNotTaken()
    {
        AssertWrong(Question, "", "Kies voor toekennen of afwijzen", mayAsk: false);
        Assert.NotNull(Read(Approval, mayAsk: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("TOEKENNEN")]
    [InlineData("toekennen,afwijzen")]
    public void Read_NoChoice_AsksToChoose(string choice) => AssertWrong(Approval with { Choice = choice }, "", "Kies wat u wilt doen");

    [Fact]
    public void Read_AnyAmount_NeverGrantsMoreThanAskedOrNothing() =>
        Prop.ForAll(Gen.Choose(-10, 500_000).ToArbitrary(), cents =>
            Read(Approval with { Amount = $"{cents / 100},{Math.Abs(cents % 100):D2}" }) is not { Amount: { } amount }
            || (amount > Euro.Zero && amount <= Asked && amount.Cents == cents)).Check();

    [Fact]
    public void From_PostedFields_AreCleaned()
    {
        var posted = new FormCollection(new Dictionary<string, StringValues>
        {
            [VerdictForm.ChoiceField] = VerdictForm.Approve,
            [VerdictForm.AmountField] = " 12 ",
            [VerdictForm.ReasonsField] = "een\r\ntwee\0 ",
            [TypedQuestion.TextField(1)] = "Waar is het? ",
            [TypedQuestion.AboutField(2)] = "Costs",
        });

        var form = VerdictForm.From(posted);

        Assert.Equal((VerdictForm.Approve, "12", "een\ntwee", ""), (form.Choice, form.Amount, form.Reasons, form.Refusal));
        Assert.Equal([new TypedQuestion("", "Waar is het?", "")], form.Questions);
        Assert.Equal("4.000,00", VerdictForm.Empty(Cases.InReview).Amount);
        Assert.Equal([TypedQuestion.Empty], VerdictForm.Empty(Cases.InReview).Questions);
    }

    [Fact]
    public void By_Person_NamesWhoAndWhen()
    {
        var verdict = Read(Approval)!.By("reviewer:welzijn", 2, Cases.AskedAt);

        Assert.Equal(("reviewer:welzijn", 2, Cases.AskedAt, Euro.Whole(3500)), (verdict.By, verdict.Round, verdict.At, verdict.Amount!.Value));
    }

    private static VerdictForm Asking(TypedQuestion question) => Approval with { Choice = VerdictForm.Ask, Questions = [question] };

    private static VerdictInput? Read(VerdictForm form, bool mayAsk = true) => form.Read(Asked, mayAsk, []);

    private static void AssertWrong(VerdictForm form, string field, string message, bool mayAsk = true)
    {
        var errors = new FormErrors();

        Assert.Null(form.Read(Asked, mayAsk, errors));
        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Equal(field, errors[0].Field);
    }
}
