using Initiatiefloket.Initiatives;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Submission;

public sealed class ApplicationFormTests
{
    [Fact]
    public void Fill_OnePage_IsReadByTheNamesOfItsFieldsAndLeavesTheRest()
    {
        var form = Fill(
            ("titel", " Samen\r\nBcc: eten "),
            ("plan", "een\r\ntwee"),
            ("startdatum.day", "1"),
            ("startdatum.month", "10"),
            ("startdatum.year", "2026"));

        Assert.Equal(("Samen Bcc: eten", "een\ntwee", Forms.Complete.Email), (form.Title, form.Plan, form.Email));
        Assert.Equal(new DateParts("1", "10", "2026"), form.StartsOn);
        Assert.Equal(Forms.Complete.Costs, form.Costs);
    }

    [Fact]
    public void Fill_FieldThatWasEmptied_IsEmpty() => Assert.Equal("", Fill(("partners", " ")).Answers.To(PlainQuestions.Partners));

    [Fact]
    public void Fill_Costs_TakesTheLinesUpToTheFirstThatIsMissing()
    {
        var form = Fill(
            ("kosten[0].omschrijving", "Eten"), ("kosten[0].bedrag", "10"), ("kosten[1].bedrag", ""), ("kosten[3].bedrag", "99"));

        Assert.Equal([new TypedCostLine("Eten", "10"), TypedCostLine.Empty], form.Costs);
    }

    [Fact]
    public void Fill_MoreLinesThanThereIsRoomFor_TakesTheMost()
    {
        var posted = Enumerable.Range(0, 100).Select(line => ($"kosten[{line}].bedrag", "1"));

        Assert.Equal(ApplicationForm.MostLines, Fill([.. posted]).Costs.Count);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("false")]
    [InlineData("true,true")]
    public void Fill_ConsentThatIsNotTheTick_IsNone(string posted) => Assert.False(Fill(("akkoord", posted)).Consent);

    [Fact]
    public void WithOneMoreLine_UpToTheMost_AddsOne()
    {
        var form = ApplicationForm.New("abc");

        Assert.Single(form.Costs);
        for (var added = 0; added < 30; added++)
        {
            form = form.WithOneMoreLine();
        }

        Assert.Equal(ApplicationForm.MostLines, form.Costs.Count);
        Assert.All(form.Costs, line => Assert.True(line.IsEmpty));
    }

    private static ApplicationForm Fill(params (string Field, string Value)[] posted) => Forms.Complete.Fill(
        new FormCollection(posted.ToDictionary(field => field.Field, field => new StringValues(field.Value))), Cases.Policy.AllPlainQuestions);
}
