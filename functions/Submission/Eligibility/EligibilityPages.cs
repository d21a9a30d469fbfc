using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Eligibility;

/// <summary>A short check before an application: it gives reasons, stores nothing and never keeps anybody from applying.</summary>
[TwoLanguages]
public sealed class EligibilityPages(Policy policy, IStringLocalizer<Texts> texts)
{
    public const string Route = "kom-ik-in-aanmerking";
    public const string Yes = "ja";
    public const string No = "nee";

    /// <summary>The questions, or the answer when all of them are in the address.</summary>
    [Function(nameof(CheckEligibility))]
    public IResult CheckEligibility([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request)
    {
        var answers = policy.Eligibility.ToDictionary(question => question.Id, question => request.Query[question.Id].ToString());
        var open = policy.Eligibility.Where(question => answers[question.Id] is not (Yes or No)).ToList();
        if (open.Count == 0)
        {
            var obstacles = policy.Eligibility.Where(question => (answers[question.Id] == Yes) != question.Expected).ToList();
            return Page.Show<EligibilityAnswerPage>(new { Obstacles = obstacles });
        }

        var errors = new FormErrors();
        foreach (var question in open.Where(_ => request.Query.Keys.Any(answers.ContainsKey) || request.Query.ContainsKey(EligibilityPage.Pressed)))
        {
            errors.Add(question.Id, texts["Kies ja of nee bij: {0}", question.Question]);
        }

        return Page.Show<EligibilityPage>(
            new { Questions = policy.Eligibility, Answers = answers, Errors = errors },
            errors);
    }
}
