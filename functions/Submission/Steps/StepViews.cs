using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Steps;

/// <summary>Gathers what the pages of the form show.</summary>
public sealed class StepViews(
    DocumentDesk documents, PublicInitiatives initiatives, Policy policy, IStringLocalizer<SubmissionTexts> texts, TimeProvider clock)
{
    /// <summary>Checks by the rules and the day of now.</summary>
    public ApplicationChecks NewChecks() => new(policy, TownTime.DayOf(clock.GetUtcNow()), texts);

    /// <summary>Shows a page.</summary>
    public async Task<IResult> ShowAsync(StepView view, CancellationToken cancellation)
    {
        var form = view.Draft.Form;
        var checks = NewChecks();
        checks.Read(form with { Consent = true });
        var whole = view with
        {
            Missing = [.. checks.Errors.Where(error => !FormSteps.Check.Has(error.Field))],
            Gaps = FormGaps.Of(form),
            Documents = view.Step == FormSteps.Documents || view.Step == FormSteps.Check
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
}
