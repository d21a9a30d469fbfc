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
    private static readonly VerdictForm Approval = new(VerdictForm.Approve, "3.500", "Goed plan.", "", "", "");

    [Fact]
    public void Read_Approval_HasAmountAndReasons()
    {
        Assert.Equal(new VerdictInput(VerdictKind.Approve, "Goed plan.", Euro.Whole(3500)), Read(Approval));
        Assert.Equal("Meld u vooraf.", Read(Approval with { Conditions = "Meld u vooraf." })!.Conditions);
        Assert.Equal(Asked, Read(Approval with { Amount = "4000" })!.Amount);
    }

    [Fact]
    public void Read_Question_HasNoAmount()
    {
        var form = Approval with { Choice = VerdictForm.Ask, Question = "Waar is het?" };

        Assert.Equal(new VerdictInput(VerdictKind.Ask, "Waar is het?"), Read(form));
    }

    [Fact]
    public void Read_Refusal_HasItsReasons()
    {
        var form = Approval with { Choice = VerdictForm.Decline, Refusal = "Past niet." };

        Assert.Equal(new VerdictInput(VerdictKind.Decline, "Past niet."), Read(form));
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
        AssertWrong(Approval with { Choice = VerdictForm.Ask }, VerdictForm.QuestionField, "Vul in wat u van de aanvrager nodig heeft");
        AssertWrong(Approval with { Choice = VerdictForm.Decline }, VerdictForm.RefusalField, "Vul in waarom u afwijst");
    }

    [Fact]
    public void Read_TextsAtTheLimit_AreTakenAndBeyondItNot()
    {
        var longest = new string('x', VerdictForm.LongestText);

        Assert.NotNull(Read(Approval with { Reasons = longest, Conditions = longest }));
        AssertWrong(Approval with { Reasons = longest + "x" }, VerdictForm.ReasonsField, "Nu zijn het er 4001");
        AssertWrong(Approval with { Conditions = longest + "x" }, VerdictForm.ConditionsField, "Maak de tekst korter");
        AssertWrong(Approval with { Choice = VerdictForm.Ask, Question = longest + "x" }, VerdictForm.QuestionField, "Maak de tekst korter");
        AssertWrong(Approval with { Choice = VerdictForm.Decline, Refusal = longest + "x" }, VerdictForm.RefusalField, "Maak de tekst korter");
    }

    [Fact]
    public void Read_OneQuestionTooMany_IsNotTaken()
    {
        var form = Approval with { Choice = VerdictForm.Ask, Question = "Waar is het?" };

        AssertWrong(form, "", "Kies voor toekennen of afwijzen", mayAsk: false);
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
        });

        Assert.Equal(new VerdictForm(VerdictForm.Approve, "12", "een\ntwee", "", "", ""), VerdictForm.From(posted));
        Assert.Equal(new VerdictForm("", "4.000,00", "", "", "", ""), VerdictForm.Empty(Cases.InReview));
    }

    [Fact]
    public void By_Person_NamesWhoAndWhen()
    {
        var verdict = Read(Approval)!.By("reviewer:welzijn", 2, Cases.AskedAt);

        Assert.Equal(("reviewer:welzijn", 2, Cases.AskedAt, Euro.Whole(3500)), (verdict.By, verdict.Round, verdict.At, verdict.Amount!.Value));
    }

    private static VerdictInput? Read(VerdictForm form, bool mayAsk = true) => form.Read(Asked, mayAsk, []);

    private static void AssertWrong(VerdictForm form, string field, string message, bool mayAsk = true)
    {
        var errors = new FormErrors();

        Assert.Null(form.Read(Asked, mayAsk, errors));
        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Equal(field, errors[0].Field);
    }
}
