using Initiatiefloket.Assignment;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Reviewers;

public sealed class AbsenceFormTests
{
    [Fact]
    public void Check_ARightForm_IsAnAbsence()
    {
        var (absence, errors) = Check("3-3-2026", "6-3-2026", deputy: "ellen", keeps: "true");

        Assert.Empty(errors);
        Assert.Equal(new Absence("anna", new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 6), "ellen", KeepsCases: true), absence);
    }

    [Theory]
    [InlineData("2-3-2026", "2-3-2026")]
    [InlineData("2-3-2026", "2-3-2027")]
    public void Check_FromTodayAndUpToAYear_IsFine(string from, string until) => Assert.Empty(Check(from, until).Errors);

    [Theory]
    [InlineData("", "6-3-2026", "", "van", "Vul de eerste dag in, bijvoorbeeld 2 3 2026.")]
    [InlineData("31-2-2026", "6-3-2026", "", "van", "Vul de eerste dag in")]
    [InlineData("1-3-2026", "6-3-2026", "", "van", "Kies als eerste dag vandaag of een dag die nog komt.")]
    [InlineData("3-3-2026", "", "", "tot", "Vul de laatste dag in.")]
    [InlineData("3-3-2026", "2-3-2026", "", "tot", "Kies een laatste dag die niet voor de eerste dag ligt.")]
    [InlineData("3-3-2026", "4-3-2027", "", "tot", "Kies een laatste dag binnen een jaar.")]
    [InlineData("3-3-2026", "6-3-2026", "anna", "vervanger", "Kies een andere collega: niemand kan zichzelf vervangen.")]
    [InlineData("3-3-2026", "6-3-2026", "niemand", "vervanger", "Kies een vervanger uit de lijst.")]
    public void Check_AMistake_SaysWhatToDo(string from, string until, string deputy, string field, string message)
    {
        var (absence, errors) = Check(from, until, deputy);

        Assert.Null(absence);
        var error = Assert.Single(errors);
        Assert.Equal(field, error.Field);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_DaysThatAreTaken_SaysSoButNotForAButtonPressedTwice()
    {
        Absence[] known = [new("anna", new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 6), null, KeepsCases: false)];

        Assert.Empty(Check("3-3-2026", "6-3-2026", known: known).Errors);
        Assert.Empty(Check("7-3-2026", "9-3-2026", known: known).Errors);
        Assert.StartsWith("In deze dagen staat al", Check("6-3-2026", "9-3-2026", known: known).Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bram", "bram")]
    [InlineData("", null)]
    [InlineData("niemand", null)]
    public void Check_ByTheCoordinator_NeedsACollegue(string who, string? expected)
    {
        var (absence, errors) = Check("3-3-2026", "6-3-2026", who: who, ownId: null);

        Assert.Equal(expected, absence?.ReviewerId);
        Assert.Equal(expected is null ? ["Kies wie er afwezig is."] : [], errors.Select(error => error.Message));
    }

    [Fact]
    public void Check_ByAReviewer_IsAlwaysAboutThemselves() => Assert.Equal("anna", Check("3-3-2026", "6-3-2026", who: "bram").Absence!.ReviewerId);

    private static (Absence? Absence, FormErrors Errors) Check(
        string from, string until, string deputy = "", string keeps = "", string who = "", string? ownId = "anna", IReadOnlyList<Absence>? known = null)
    {
        var (first, last) = (Parts(from), Parts(until));
        var form = AbsenceForm.Read(new FormCollection(new Dictionary<string, StringValues>
        {
            ["wie"] = who,
            ["van.day"] = first[0],
            ["van.month"] = first[1],
            ["van.year"] = first[2],
            ["tot.day"] = last[0],
            ["tot.month"] = last[1],
            ["tot.year"] = last[2],
            ["vervanger"] = deputy,
            ["houden"] = keeps,
        }));
        var errors = new FormErrors();
        return (form.Check(ownId, Staff.All, known ?? [], Staff.Today, errors), errors);
    }

    private static string[] Parts(string day) => day.Length == 0 ? ["", "", ""] : day.Split('-');
}
