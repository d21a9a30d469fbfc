using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Submission;

/// <summary>Makes a form from an application that was sent before, to begin a new one with.</summary>
public static class ApplicationCopy
{
    /// <summary>The form as it could have been typed for that application. Nobody has agreed to anything in it, and it has no documents.</summary>
    /// <param name="formId">Id of the new form.</param>
    /// <param name="application">What was asked for.</param>
    /// <param name="applicant">By whom.</param>
    /// <param name="policy">What is asked now: an answer to a question that is no longer asked is left out.</param>
    public static ApplicationForm FormOf(string formId, Application application, Applicant applicant, Policy policy)
    {
        var (country, otherCountry) = CountryOf(applicant.Address);
        return ApplicationForm.New(formId) with
        {
            Title = application.Title,
            Plan = application.Plan,
            Theme = application.ThemeId,
            Neighbourhood = application.NeighbourhoodId,
            StartsOn = Typed(application.StartsOn),
            EndsOn = Typed(application.EndsOn),
            Costs = application.Costs.Count == 0 ? [TypedCostLine.Empty] : [.. application.Costs.Select(line => new TypedCostLine(line.Description, Typed(line.Amount)))],
            OwnMoney = Typed(application.OwnMoney),
            OtherMoney = Typed(application.OtherMoney),
            Asked = Typed(application.Asked),
            Kind = KindOf(applicant.Kind),
            Organisation = applicant.Organisation ?? "",
            Name = applicant.Name,
            Street = applicant.Address?.Street ?? "",
            PostCode = applicant.Address?.PostCode ?? "",
            Town = applicant.Address?.Town ?? "",
            Country = country,
            OtherCountry = otherCountry,
            Email = applicant.Email,
            Phone = applicant.Phone ?? "",
            Answers = AnswersOf(application, policy),
        };
    }

    // An answer of a municipality's own question is kept as people read it; of a choice that is the name of the option.
    private static Answers AnswersOf(Application application, Policy policy)
    {
        var own = application.OwnAnswers.ToDictionary(answer => answer.Id, answer => answer.Answer?.Dutch ?? "");
        return policy.FormQuestions.Where(question => own.ContainsKey(question.OwnId)).Aggregate(
            application.Answers,
            (answers, question) => answers.With(question, question.Kind == AnswerKind.Choice
                ? question.Options.FirstOrDefault(option => option.Name.Dutch == own[question.OwnId])?.Id ?? ""
                : own[question.OwnId]));
    }

    private static (string Country, string Other) CountryOf(PostalAddress? address) => address?.Country switch
    {
        null => (Countries.Netherlands, ""),
        var name when Countries.All.FirstOrDefault(country => Countries.OnEnvelope(country, "") == name) is { } known => (known, ""),
        var name => (Countries.Elsewhere, name),
    };

    private static string KindOf(ApplicantKind kind) => kind switch
    {
        ApplicantKind.Person => ApplicantKinds.Person,
        ApplicantKind.Group => ApplicantKinds.Group,
        ApplicantKind.Foundation => ApplicantKinds.Foundation,
        _ => throw new UnreachableException(),
    };

    private static DateParts Typed(DateOnly? day) => day is { } known ? DateParts.From(known) : DateParts.Empty;

    // A comma is read in both languages.
    private static string Typed(Euro amount) => amount == Euro.Zero
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Cents / 100},{amount.Cents % 100:00}");
}
