using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission;

/// <summary>The start page and the application form.</summary>
public sealed class ApplicationPages(SubmissionDesk desk, Policy policy, TimeProvider clock)
{
    public const string Route = "aanvragen";
    private const string ActionField = "actie";
    private const string AddLine = "regel";

    // The Functions host takes an empty route for the function's name; this template matches the root and nothing else.
    [Function(nameof(Start))]
    public IResult Start([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request) =>
        Page.Show<StartPage>(new { Policy = policy });

    [Function(nameof(ShowForm))]
    public IResult ShowForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Show(ApplicationForm.New(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")), new FormErrors());

    [Function(nameof(SendForm))]
    public async Task<IResult> SendForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var form = ApplicationForm.From(posted);
        if (posted.Text(ActionField) == AddLine)
        {
            return Show(form.WithOneMoreLine(), new FormErrors());
        }

        var checks = new ApplicationChecks(policy, Today);
        if (checks.Read(form) is not { } input)
        {
            return Show(form, checks.Errors);
        }

        return await desk.TakeInAsync(input, cancellation) == DraftSaved.AlreadySent
            ? Page.SeeOther($"/{Route}/al-ontvangen")
            : Page.SeeOther($"/{Route}/verstuurd");
    }

    [Function(nameof(FormSent))]
    public IResult FormSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/verstuurd")] HttpRequest request) =>
        Page.Show<FormSentPage>(new { Policy = policy });

    [Function(nameof(FormAlreadySent))]
    public IResult FormAlreadySent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/al-ontvangen")] HttpRequest request) =>
        Page.Show<FormAlreadySentPage>();

    private DateOnly Today => TownTime.DayOf(clock.GetUtcNow());

    private IResult Show(ApplicationForm form, FormErrors errors) => Page.Show<ApplicationPage>(
        new { Form = form, Errors = errors, Policy = policy, ActionField, AddLineAction = AddLine },
        errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
