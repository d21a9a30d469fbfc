using Initiatiefloket.Submission;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Submission;

public sealed class ApplicationFormTests
{
    [Fact]
    public void From_PostedForm_IsReadByTheNamesOfItsFields()
    {
        var form = ApplicationForm.From(Posted(
            ("formulier", "abc"),
            ("titel", " Samen\r\nBcc: eten "),
            ("plan", "een\r\ntwee"),
            ("startdatum.day", "1"),
            ("startdatum.month", "9"),
            ("startdatum.year", "2026"),
            ("kosten[0].omschrijving", "Eten"),
            ("kosten[0].bedrag", "10"),
            ("kosten[1].bedrag", ""),
            ("kosten[3].bedrag", "99"),
            ("akkoord", "true")));

        Assert.Equal(("abc", "Samen Bcc: eten", "een\ntwee", true), (form.FormId, form.Title, form.Plan, form.Consent));
        Assert.Equal(new DateParts("1", "9", "2026"), form.StartsOn);
        Assert.Equal([new TypedCostLine("Eten", "10"), TypedCostLine.Empty], form.Costs);
        Assert.Equal(("", ""), (form.Email, form.Phone));
    }

    [Fact]
    public void From_MoreLinesThanThereIsRoomFor_TakesTheMost()
    {
        var posted = Posted([.. Enumerable.Range(0, 100).Select(line => ($"kosten[{line}].bedrag", "1"))]);

        Assert.Equal(ApplicationForm.MostLines, ApplicationForm.From(posted).Costs.Count);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("false")]
    [InlineData("true,true")]
    public void From_ConsentThatIsNotTheTick_IsNone(string posted) => Assert.False(ApplicationForm.From(Posted(("akkoord", posted))).Consent);

    [Fact]
    public void WithOneMoreLine_UpToTheMost_AddsOne()
    {
        var form = ApplicationForm.New("abc");

        Assert.Equal(ApplicationForm.FirstLines, form.Costs.Count);
        for (var added = 0; added < 30; added++)
        {
            form = form.WithOneMoreLine();
        }

        Assert.Equal(ApplicationForm.MostLines, form.Costs.Count);
        Assert.All(form.Costs, line => Assert.True(line.IsEmpty));
    }

    private static FormCollection Posted(params (string Field, string Value)[] fields) =>
        new(fields.ToDictionary(field => field.Field, field => new StringValues(field.Value)));
}
