using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Submission;

public sealed class ApplicationCopyTests
{
    private static readonly Policy Policy = OwnQuestions.Policy;

    private static readonly ApplicationForm Typed = (Forms.Complete with
    {
        Theme = "kunst-en-cultuur",
        EndsOn = new("30", "9", "2026"),
        OwnMoney = "10,50",
        Asked = "1.200,05",
        Kind = ApplicantKinds.Foundation,
        Organisation = "Stichting Samen",
        Phone = "0541 123456",
    }).With(OwnQuestions.Question("vergunning"), "yes").With(OwnQuestions.Question("welke-vergunning"), "Voor het plein");

    [Theory]
    [InlineData("nl", "7571 AB", "")]
    [InlineData("de", "48455", "")]
    [InlineData("anders", "SW1A 1AA", "Engeland")]
    public void FormOf_AnApplication_GivesTheSameOneWhenItIsSent(string country, string postCode, string otherCountry)
    {
        var sent = Read(Typed with { Country = country, PostCode = postCode, OtherCountry = otherCountry });

        var again = Read(ApplicationCopy.FormOf(Typed.FormId, sent.Application, sent.Applicant, Policy) with { Consent = true });

        Assert.Equivalent(sent, again, strict: true);
    }

    [Fact]
    public void FormOf_AnApplication_AgreesToNothing()
    {
        var sent = Read(Typed);

        Assert.False(ApplicationCopy.FormOf("ander", sent.Application, sent.Applicant, Policy).Consent);
        Assert.Equal("ander", ApplicationCopy.FormOf("ander", sent.Application, sent.Applicant, Policy).FormId);
    }

    [Fact]
    public void FormOf_ALittle_LeavesTheRestOpen()
    {
        var application = Read(Typed).Application with { StartsOn = null, EndsOn = null, Costs = [], OwnAnswers = [] };

        var form = ApplicationCopy.FormOf("ander", application, new Applicant("Truus Wolters", "truus@bewoner.example", null), Policy);

        Assert.Equal((true, true, "", ""), (form.StartsOn.IsEmpty, form.Costs.Single().IsEmpty, form.Phone, form.Street));
    }

    private static ApplicationInput Read(ApplicationForm form)
    {
        var checks = new ApplicationChecks(Policy, new DateOnly(2026, 3, 2), AppTexts.Localizer);
        var input = checks.Read(form);
        Assert.Empty(checks.Errors);
        return input!;
    }
}
