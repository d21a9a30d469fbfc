using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Steps;

/// <summary>Gathers what the pages of the form show.</summary>
public sealed class StepViews(
    DocumentDesk documents, PublicInitiatives initiatives, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Checks by the rules and the day of now.</summary>
    public ApplicationChecks NewChecks() => new(policy, TownTime.DayOf(clock.GetUtcNow()), texts);

    /// <summary>The form with what was typed on one of its pages.</summary>
    public ApplicationForm Fill(ApplicationForm form, IFormCollection posted) => form.Fill(posted, policy.AllPlainQuestions);

    /// <summary>Shows a page.</summary>
    public async Task<IResult> ShowAsync(StepView view, CancellationToken cancellation)
    {
        var form = view.Draft.Form;
        var isCheck = view.Step == FormSteps.Check;
        var whole = view with
        {
            Missing = isCheck ? MissingIn(form) : [],
            Gaps = isCheck ? form.GapsBy(policy) : [],
            Documents = isCheck || view.Step == FormSteps.Documents
                ? await documents.ListAsync(DocumentOwner.OfDraft(view.Draft.Id), cancellation)
                : [],
            Similar = view.Step == FormSteps.Partners
                ? await initiatives.FindSimilarAsync(form.Neighbourhood, form.Theme, cancellation)
                : [],
        };
        var status = view.Theirs is not null ? StatusCodes.Status409Conflict
            : view.Errors.Any ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK;
        return Page.Show<StepPage>(new { View = whole, Policy = policy }, status);
    }

    private FormErrors MissingIn(ApplicationForm form)
    {
        var checks = NewChecks();
        checks.Read(form);
        return checks.Errors.At(field => !FormSteps.Check.Has(field));
    }
}
