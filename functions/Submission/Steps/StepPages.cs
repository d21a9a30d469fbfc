using System.Globalization;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The pages of the form. Whatever is typed is saved when a button is pressed, also "Vorige stap"; only "Verder" asks that it is right.</summary>
[TwoLanguages]
public sealed class StepPages(
    DraftDesk drafts, DocumentDesk documents, PublicInitiatives initiatives, SubmissionDesk desk, Policy policy, TimeProvider clock,
    IStringLocalizer<SubmissionTexts> texts)
{
    public const string ActionField = "actie";
    public const string Back = "terug";
    public const string Later = "later";
    public const string AddLine = "regel";
    public const string VersionField = "versie";
    private const string Route = ApplicationPages.Route + "/{token}/{step}";

    // Much more than anybody types on a page, and five pages of it still fit in the row of a draft (1 MiB of UTF-16).
    private const int PageBytes = 96 * 1024;

    private DateOnly Today => TownTime.DayOf(clock.GetUtcNow());

    [Function(nameof(ShowStep))]
    public async Task<IResult> ShowStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        string step,
        CancellationToken cancellation)
    {
        if (!DraftToken.IsOne(token) || FormSteps.Find(step) is not { } page)
        {
            return Page.NotFound();
        }

        return await drafts.FindAsync(token, cancellation) switch
        {
            DraftFound.Open open => await ShowAsync(new StepView(token, page, open.Draft), cancellation),
            var found => DraftPages.Closed(found),
        };
    }

    [Function(nameof(StoreStep))]
    [RequestSizeLimit(PageBytes)]
    public async Task<IResult> StoreStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        string step,
        CancellationToken cancellation)
    {
        if (!DraftToken.IsOne(token) || FormSteps.Find(step) is not { } page)
        {
            return Page.NotFound();
        }

        var posted = await request.ReadFormAsync(cancellation);
        _ = int.TryParse(posted.Text(VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var action = posted.Text(ActionField);
        var saved = await drafts.SaveAsync(
            token, page, version, form => action == AddLine ? form.Fill(posted).WithOneMoreLine() : form.Fill(posted), cancellation);
        return saved switch
        {
            StepSaved.Stored(var draft) => await GoOnAsync(new StepView(token, page, draft), action, request, cancellation),
            StepSaved.ChangedElsewhere(var theirs, var mine) => await ShowAsync(
                new StepView(token, page, theirs with { Form = mine }) { Theirs = theirs.Form }, cancellation),
            StepSaved.NotOpen(var found) => DraftPages.Closed(found),
            _ => throw new InvalidOperationException("A page is saved or it is not."),
        };
    }

    private async Task<IResult> GoOnAsync(StepView view, string action, HttpRequest request, CancellationToken cancellation)
    {
        if (action is Back or Later or AddLine)
        {
            return Page.SeeOther(view.AddressAfter(action, request));
        }

        if (view.Step == FormSteps.Check)
        {
            return await SendAsync(view, cancellation);
        }

        var errors = new ApplicationChecks(policy, Today, texts).Check(view.Step, view.Draft.Form);
        return errors.Any ? await ShowAsync(view with { Errors = errors }, cancellation) : Page.SeeOther(view.AddressAfter(action, request));
    }

    private async Task<IResult> SendAsync(StepView view, CancellationToken cancellation)
    {
        var checks = new ApplicationChecks(policy, Today, texts);
        if (checks.Read(view.Draft.Form) is not { } input)
        {
            return await ShowAsync(view with { Errors = Here(checks.Errors) }, cancellation);
        }

        return await desk.TakeInAsync(input, cancellation) == DraftSaved.AlreadySent
            ? Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}")
            : Page.SeeOther($"/{ApplicationPages.SentRoute}");
    }

    // What is wrong on an earlier page stands in a list with a link to that page.
    private static FormErrors Here(FormErrors errors)
    {
        var here = new FormErrors();
        foreach (var error in errors.Where(error => FormSteps.Check.Has(error.Field)))
        {
            here.Add(error.Field, error.Message);
        }

        return here;
    }

    private async Task<IResult> ShowAsync(StepView view, CancellationToken cancellation)
    {
        var form = view.Draft.Form;
        var checks = new ApplicationChecks(policy, Today, texts);
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
