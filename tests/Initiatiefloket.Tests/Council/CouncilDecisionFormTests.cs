using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Council;

public sealed class CouncilDecisionFormTests
{
    /// <summary>Half past midnight in town, still the day before in UTC.</summary>
    private static readonly DateTimeOffset Now = new(2026, 4, 14, 22, 30, 0, TimeSpan.Zero);

    private static readonly DateOnly AskedOn = new(2026, 4, 8);

    private static readonly CouncilDecisionForm Complete =
        new(CouncilDecisionForm.Grant, "De raad is enthousiast.", new DateParts("15", "4", "2026"));

    [Theory]
    [InlineData(CouncilDecisionForm.Grant, CouncilChoice.Grant)]
    [InlineData(CouncilDecisionForm.Decline, CouncilChoice.Decline)]
    public void Read_Complete_IsTheDecision(string choice, CouncilChoice expected) => Assert.Equal(
        new CouncilDecision(expected, "De raad is enthousiast.", new DateOnly(2026, 4, 15), Now),
        (Complete with { Choice = choice }).Read(AskedOn, Now, []));

    [Fact]
    public void Read_OnTheDayThatTheCaseWentToTheCouncil_IsTaken() =>
        Assert.NotNull((Complete with { DecidedOn = new DateParts("8", "4", "2026") }).Read(AskedOn, Now, []));

    [Fact]
    public void Read_Empty_AsksForEverything()
    {
        var errors = new FormErrors();

        Assert.Null(CouncilDecisionForm.Empty.Read(AskedOn, Now, errors));
        Assert.Equal(
            [CouncilDecisionForm.ChoiceField, CouncilDecisionForm.ReasonsField, CouncilDecisionForm.DecidedOnField],
            errors.Select(error => error.Field));
        Assert.All(errors, error => Assert.Matches("^(Kies|Vul) .*\\.$", error.Message));
    }

    [Theory]
    [InlineData("16", "4", "2026", "niet in de toekomst")]
    [InlineData("7", "4", "2026", "van 8 april 2026 of later")]
    [InlineData("31", "4", "2026", "bijvoorbeeld 14 9 2026")]
    [InlineData("", "4", "2026", "bijvoorbeeld 14 9 2026")]
    public void Read_WrongDay_SaysWhatToFillIn(string day, string month, string year, string message) =>
        AssertWrong(Complete with { DecidedOn = new DateParts(day, month, year) }, CouncilDecisionForm.DecidedOnField, message);

    [Fact]
    public void Read_ReasonsAtTheLimit_AreTakenAndBeyondItNot()
    {
        var longest = new string('x', 4000);

        Assert.NotNull((Complete with { Reasons = longest }).Read(AskedOn, Now, []));
        AssertWrong(Complete with { Reasons = longest + "x" }, CouncilDecisionForm.ReasonsField, "Nu zijn het er 4001");
    }

    [Fact]
    public void Read_UnknownChoice_AsksToChoose() =>
        AssertWrong(Complete with { Choice = "uitstellen" }, CouncilDecisionForm.ChoiceField, "Kies wat de raad heeft besloten");

    private static void AssertWrong(CouncilDecisionForm form, string field, string message)
    {
        var errors = new FormErrors();

        Assert.Null(form.Read(AskedOn, Now, errors));
        Assert.Equal(field, Assert.Single(errors).Field);
        Assert.Contains(message, errors[0].Message, StringComparison.Ordinal);
    }
}
