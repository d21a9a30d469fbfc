using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Submission;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("nl", "7571ab", "7571 AB")]
    [InlineData("nl", "48455", null)]
    [InlineData("de", "48455", "48455")]
    [InlineData("de", "D-48455", "48455")]
    [InlineData("de", "01067", "01067")]
    [InlineData("de", "4845", null)]
    [InlineData("de", "7571 AB", null)]
    [InlineData("be", "2000", "2000")]
    [InlineData("be", "B-2000", "2000")]
    [InlineData("be", "0999", null)]
    [InlineData("anders", "SW1A 1AA", "SW1A 1AA")]
    [InlineData("anders", "", "")]
    public void PostCodeIn_Country_IsItsOwnWay(string country, string typed, string? expected) =>
        Assert.Equal(expected, Countries.PostCodeIn(country, typed));

    [Theory]
    [InlineData("nl", "7571 AB", "Oldenzaal", "", new[] { "7571 AB  Oldenzaal" })]
    [InlineData("de", "48455", "Bad Bentheim", "", new[] { "48455 Bad Bentheim", "Duitsland" })]
    [InlineData("anders", "", "Vaduz", "Liechtenstein", new[] { "Vaduz", "Liechtenstein" })]
    public void Form_WithAnAddressOfACountry_IsAddressedThere(string country, string postCode, string town, string other, string[] lines)
    {
        var form = Forms.Complete with { Country = country, PostCode = postCode, Town = town, OtherCountry = other };

        Assert.Equal(["Truus Wolters", "Deurningerstraat 1", .. lines], Read(form).Applicant.Addressee);
    }

    [Theory]
    [InlineData("", "7571 AB", "land")]
    [InlineData("de", "7571 AB", "postcode")]
    [InlineData("anders", "", "anderland")]
    public void Form_WithAMistakeInTheAddress_NamesTheField(string country, string postCode, string field) =>
        Assert.Equal(field, Assert.Single(ErrorsOf(Forms.Complete with { Country = country, PostCode = postCode })).Field);

    private static ApplicationInput Read(ApplicationForm form) => Checks().Read(form)!;

    private static FormErrors ErrorsOf(ApplicationForm form)
    {
        var checks = Checks();
        Assert.Null(checks.Read(form));
        return checks.Errors;
    }

    private static ApplicationChecks Checks() => new(Cases.Policy, new DateOnly(2026, 3, 2), AppTexts.Localizer);
}
