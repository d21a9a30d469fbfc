using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Policies;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("30", 30, 30, true)]
    [InlineData("007", 7, 7, true)]
    [InlineData("1.000", 1000, 1000, true)]
    [InlineData("1 000", 1000, 1000, true)]
    [InlineData("1,000", 1000, 1000, true)]
    [InlineData("ongeveer 30", 30, 30, false)]
    [InlineData("Ongeveer 1.000", 1000, 1000, false)]
    [InlineData("ca. 30", 30, 30, false)]
    [InlineData("ca 30", 30, 30, false)]
    [InlineData("circa 30", 30, 30, false)]
    [InlineData("±30", 30, 30, false)]
    [InlineData("about 30", 30, 30, false)]
    [InlineData("20-30", 20, 30, false)]
    [InlineData("20 – 30", 20, 30, false)]
    [InlineData("20 tot 30", 20, 30, false)]
    [InlineData("20 t/m 30", 20, 30, false)]
    [InlineData("20 to 30", 20, 30, false)]
    [InlineData("tussen 20 en 30", 20, 30, false)]
    [InlineData("ca. 900 tot 1.000", 900, 1000, false)]
    public void Read_NumberAsPeopleTypeIt_IsTheNumberAndForARangeTheLowerEnd(string typed, int lowest, int highest, bool isExact) =>
        Assert.Equal(new TypedNumber(lowest, highest, isExact), TypedNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("veel")]
    [InlineData("-5")]
    [InlineData("20-")]
    [InlineData("30-20")]
    [InlineData("1.00")]
    [InlineData("10.00")]
    [InlineData("20 30")]
    [InlineData("1,5")]
    [InlineData("20-30-40")]
    [InlineData("ongeveer")]
    [InlineData("99999999999")]
    [InlineData("١٢")]
    public void Read_AnythingElse_IsNone(string typed) => Assert.Null(TypedNumber.Read(typed));

    [Theory]
    [InlineData("1.000", "1000", "1.000", 1000)]
    [InlineData("40", "40", "40", 40)]
    [InlineData("20-30", "20-30", "20-30", 20)]
    [InlineData("ca. 30", "ca. 30", "ca. 30", 30)]
    public void Answer_ThatWasChecked_KeepsWhatWasTypedAndTheNumberToCount(string typed, string stored, string shown, int count)
    {
        var answers = new Answers().WithChecked(PlainQuestions.Participants, typed);

        Assert.Equal(stored, answers.To(PlainQuestions.Participants));
        Assert.Equal(shown, PlainQuestions.Participants.Read(answers.To(PlainQuestions.Participants))!.Dutch);
        Assert.Equal(count, PlainQuestions.Participants.NumberIn(answers.To(PlainQuestions.Participants))!.Lowest);
    }
}
