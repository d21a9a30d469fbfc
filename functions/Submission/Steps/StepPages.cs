using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The pages of the form. Whatever is typed is saved when a button is pressed, also "Vorige stap"; only "Verder" asks that it is right.</summary>
[TwoLanguages]
public sealed class StepPages(
    DraftAddresses addresses, DraftBrowser browsers, SavedDrafts drafts, StepViews views, ApplicationIntake desk, HumanChecks humans, RateLimits limits)
{
    public const string ActionField = "actie";
    public const string Back = "terug";
    public const string Later = "later";
    public const string AddLine = "regel";
    public const string VersionField = PostedText.VersionField;

    /// <summary>The field, which nobody sees, with the warnings that the page shows.</summary>
    public const string ReadField = "gelezen";
    private const string Route = ApplicationPages.Route + "/{token}/{step}";

    // Much more than anybody types on a page, and five pages of it still fit in the row of a draft (1 MiB of UTF-16).
    private const int PageBytes = 96 * 1024;

    [Function(nameof(ShowStep))]
    public async Task<IResult> ShowStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        string step,
        CancellationToken cancellation) =>
        FormSteps.Find(step) is { } page
            ? await addresses.OpenAsync(
                request,
                token,
                (_, open) => views.ShowAsync(
                    new StepView(token, page, open.Draft) { Added = request.Query[StepView.AddedKey].ToString().Split(',') }, cancellation),
                cancellation)
            : Page.NotFound();

    [Function(nameof(StoreStep))]
    [RequestSizeLimit(PageBytes)]
    public async Task<IResult> StoreStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        string step,
        CancellationToken cancellation)
    {
        if (!LinkTable.IsToken(token) || FormSteps.Find(step) is not { } page)
        {
            return Page.NotFound();
        }

        var posted = await request.ReadFormAsync(cancellation);
        var action = posted.Text(ActionField);
        return await SaveAsync(await browsers.VisitAsync(request.HttpContext, token, cancellation), page, posted, cancellation) switch
        {
            StepSaved.Stored(var draft) => await GoOnAsync(new StepView(token, page, draft), action, request, cancellation),
            StepSaved.ChangedElsewhere(var theirs, var mine) => await views.ShowAsync(
                new StepView(token, page, theirs with { Form = mine }) { Theirs = theirs.Form }, cancellation),
            StepSaved.NotOpen(DraftFound.NotGiven) => await BeginAnewAsync(request.HttpContext, page, posted, cancellation),
            StepSaved.NotOpen(var found) => await addresses.ClosedAsync(token, found, cancellation),
            _ => throw new UnreachableException(),
        };
    }

    private Task<StepSaved> SaveAsync(DraftVisit visit, FormStep page, IFormCollection posted, CancellationToken cancellation)
    {
        _ = int.TryParse(posted.Text(VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var adds = posted.Text(ActionField) == AddLine;
        return drafts.SaveAsync(
            visit, page, version, form => adds ? views.Fill(form, posted).WithOneMoreLine() : views.Fill(form, posted), cancellation);
    }

    // The browser lost its cookie while somebody typed, or they typed at an address that somebody else made up: what they typed is theirs, the address is not.
    private async Task<IResult> BeginAnewAsync(HttpContext http, FormStep page, IFormCollection posted, CancellationToken cancellation)
    {
        var own = await browsers.BeginAsync(http, cancellation);
        await SaveAsync(own, page, posted, cancellation);
        return Page.SeeOther($"/{ApplicationPages.Route}/{own.Token}/{page.Path}");
    }

    private async Task<IResult> GoOnAsync(StepView view, string action, HttpRequest request, CancellationToken cancellation)
    {
        if (action is Back or Later or AddLine)
        {
            return Page.SeeOther(view.AddressAfter(action, request));
        }

        if (view.Step == FormSteps.Check)
        {
            return await SendAsync(view, request, cancellation);
        }

        var errors = views.NewChecks().Check(view.Step, view.Draft.Form);
        if (errors.Any)
        {
            return await views.ShowAsync(view with { Errors = errors }, cancellation);
        }

        // Who gave an answer to which we probably have to say no reads that beside it, once; the next press goes on.
        return views.HasNews(view, (await request.ReadFormAsync(cancellation)).Text(ReadField))
            ? Page.SeeOther($"{view.AddressOf(view.Step)}{request.QueryString}#{ConcernNotice.Id}")
            : Page.SeeOther(view.AddressAfter(action, request));
    }

    private async Task<IResult> SendAsync(StepView view, HttpRequest request, CancellationToken cancellation)
    {
        var checks = views.NewChecks();
        var input = checks.Read(view.Draft.Form);

        // What is wrong on an earlier page stands in a list with a link to that page.
        var errors = checks.Errors.At(FormSteps.Check.Has);
        humans.Look(await request.ReadFormAsync(cancellation), errors);
        if (input is null || errors.Any)
        {
            return await views.ShowAsync(view with { Errors = errors }, cancellation);
        }

        return await desk.TakeInAsync(input, WaitForMailAsync, cancellation) switch
        {
            TakenIn.TooOften(var wait) => Failure.TooMany(wait).ToResult(),
            TakenIn.AskedToConfirm => Page.SeeOther(FormSentPages.AddressOf(view.Token)),
            TakenIn.NoSuchAddress => await views.ShowNoSuchAddressAsync(new StepView(view.Token, FormSteps.About, view.Draft), cancellation),
            TakenIn.Before => Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}"),
            _ => throw new UnreachableException(),
        };

        Task<TimeSpan?> WaitForMailAsync(string mail) =>
            limits.WaitForMailAsync(request.HttpContext, Mailbox.Of(input.Applicant.Email), once: mail, cancellation);
    }
}
