using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>The page on which a professional decides.</summary>
public sealed class ReviewPages(PersonalLinks links, ReviewViews views, DecisionPreviews previews, Verdicts verdicts, Policy policy, TimeProvider clock)
{
    private LinkPage<VerdictForm> ThisPage => new(links, LinkPurpose.Review)
    {
        Read = (visit, posted) => VerdictForm.From(posted, policy.For(visit.Initiative)),
        Show = async (visit, cancellation) => Show(
            visit,
            await views.BuildAsync(visit, cancellation),
            visit.Errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
    };

    /// <summary>Shows the page; <c>?keuze=</c>, as the buttons in the mail have it, prepares a choice.</summary>
    [Function(nameof(ShowReview))]
    public Task<IResult> ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => verdicts.FillAsync(visit, cancellation), cancellation);

    /// <summary>Decides, or does what another button of the form says: keeps it, or shows it with room for more questions.</summary>
    [Function(nameof(GiveVerdict))]
    public Task<IResult> GiveVerdict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ActAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> ActAsync(DurableTaskClient client, LinkVisit<VerdictForm> visit, CancellationToken cancellation)
    {
        var form = visit.Form;
        if (!visit.Initiative.AcceptsVoteOf(visit.Person, visit.Link.Round))
        {
            await verdicts.KeepLateAsync(visit.Link, visit.Initiative, form, cancellation);
            return Page.SeeOther(visit.Address);
        }

        if (await verdicts.ReleaseOwnAsync(client, visit, cancellation))
        {
            return Page.SeeOther(visit.Address);
        }

        return form.Choice switch
        {
            VerdictForm.OneMore => await ThisPage.Show(visit with { Form = form.WithOneMore() }, cancellation),
            VerdictForm.AboutGaps => await ShowWithGapsAsync(visit, cancellation),
            VerdictForm.Keep => await KeepAsync(visit, cancellation),
            VerdictForm.KeepByItself => await KeepByItselfAsync(visit, cancellation),
            _ when await ReadAsync(visit, cancellation) is { } verdict => verdict.Kind == VerdictKind.Ask
                ? await verdicts.DecideAsync(client, visit, verdict, cancellation)
                : await PreviewAsync(client, visit, verdict, cancellation),
            _ => await ThisPage.Show(visit, cancellation),
        };
    }

    private async Task<Verdict?> ReadAsync(LinkVisit<VerdictForm> visit, CancellationToken cancellation)
    {
        var (form, rules) = (visit.Form, policy.For(visit.Initiative));
        if (form.Choice == VerdictForm.Decline)
        {
            form.CheckGrounds(rules, await views.MoneyLeftForAsync(visit.Initiative, cancellation), visit.Errors);
        }

        return form.Read(visit.Link, visit.Initiative, rules, clock.GetUtcNow(), visit.Errors);
    }

    // What is sent is what was read: anything else is shown first. It is kept then, so that whoever changes it has all that was typed.
    private async Task<IResult> PreviewAsync(DurableTaskClient client, LinkVisit<VerdictForm> visit, Verdict verdict, CancellationToken cancellation)
    {
        var preview = await previews.OfAsync(visit, verdict, cancellation);
        var wasRead = visit.Form.WasRead == preview.Name;
        if (wasRead && (visit.Form.Agrees || preview.ConfirmsByCode))
        {
            return await verdicts.DecideAsync(client, visit, verdict, cancellation);
        }

        if (wasRead)
        {
            visit.Errors.Add(VerdictForm.AgreeField, "Lees de brief en zet een vinkje als hij klopt.");
        }
        else
        {
            await verdicts.KeepBeforeDecidingAsync(visit.Link, visit.Form, cancellation);
        }

        var fields = ConfirmFields.FieldsOf(await visit.Request.ReadFormAsync(cancellation));
        return Page.Show<DecisionPreviewPage>(
            new
            {
                Preview = await previews.WithEffectAsync(preview, visit.Initiative, cancellation),
                Fields = (IReadOnlyList<KeyValuePair<string, string>>)[.. fields.Where(field => field.Key is not (VerdictForm.ReadField or VerdictForm.AgreeField))],
                Change = $"{visit.Address}?{VerdictForm.ChoiceField}={visit.Form.Choice}",
                visit.Errors,
            },
            visit.Errors);
    }

    private async Task<IResult> ShowWithGapsAsync(LinkVisit<VerdictForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        return Show(visit, view with { Form = visit.Form.WithQuestionsAbout(view.Application.Gaps) });
    }

    private async Task<IResult> KeepAsync(LinkVisit<VerdictForm> visit, CancellationToken cancellation)
    {
        visit.Form.CheckLengths(visit.Errors);
        if (visit.Errors.Any)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        if (await verdicts.KeepAsync(visit.Link, visit.Form, cancellation) is not { } other)
        {
            return Page.SeeOther(visit.Address + visit.Request.QueryString);
        }

        var form = visit.Form with { Version = other.Version, SavedAt = other.SavedAt };
        var view = await views.BuildAsync(visit with { Form = form }, cancellation);
        return Show(visit, view with { IsKeptElsewhere = true }, StatusCodes.Status409Conflict);
    }

    private async Task<IResult> KeepByItselfAsync(LinkVisit<VerdictForm> visit, CancellationToken cancellation) => visit.Form switch
    {
        var form when form.CheckLengths().Any => Results.StatusCode(StatusCodes.Status422UnprocessableEntity),
        var form when await verdicts.KeepAsync(visit.Link, form, cancellation) is not null => Results.StatusCode(StatusCodes.Status409Conflict),
        _ => Results.NoContent(),
    };

    private static IResult Show(LinkVisit visit, ReviewView view, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.AllowOwnFrames(visit.Request.HttpContext);
        return Page.Show<ReviewPage>(new { View = view }, status);
    }
}
