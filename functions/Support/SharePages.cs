using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Support;

/// <summary>The page that an applicant shares with neighbours: what the plan is, how many support it, and a form to support it too.</summary>
[TwoLanguages]
public sealed class SharePages(
    SharedInitiatives shared, SupportIntake desk, Policy policy, HumanChecks humans, IStringLocalizer<Texts> texts)
{
    public const string Route = "steun";

    [Function(nameof(ShowShare))]
    public async Task<IResult> ShowShare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellation) =>
        await shared.FindAsync(code, cancellation) is { } found ? Show(found, SupportForm.Empty, new FormErrors()) : Page.NotFound();

    /// <summary>Asks the neighbour to confirm by mail. The answer is the same whether or not the address confirmed before.</summary>
    [Function(nameof(AskToSupport))]
    public async Task<IResult> AskToSupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellation)
    {
        if (await shared.FindAsync(code, cancellation) is not { } found)
        {
            return Page.NotFound();
        }

        var posted = await request.ReadFormAsync(cancellation);
        var form = SupportForm.From(posted);
        var errors = new FormErrors();
        form.Check(errors, texts);
        humans.Look(posted, errors);
        if (errors.Any || !found.Initiative.IsOpenForSupport)
        {
            return Show(found, form, errors);
        }

        switch (await desk.AskAsync(found.Initiative, form, cancellation))
        {
            case SupportAsked.TooOften(var wait):
                return Failure.TooMany(wait).ToResult();
            case SupportAsked.NoSuchAddress:
                errors.Add(SupportForm.EmailField, texts["Naar dit adres kunnen wij geen mail sturen. Kijk of het klopt en verbeter het."]);
                return Show(found, form, errors);
            case SupportAsked.Mailed:
                return Page.SeeOther($"/{Route}/{found.Code}/verstuurd");
            default:
                throw new UnreachableException();
        }
    }

    [Function(nameof(SupportMailSent))]
    public IResult SupportMailSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{code}/verstuurd")] HttpRequest request, string code) =>
        Page.Show<SupportMailSentPage>(new { Policy = policy });

    private IResult Show(SharedInitiative found, SupportForm form, FormErrors errors) => Page.Show<SharePage>(
        new { Shared = found, Policy = policy, Form = form, Errors = errors },
        errors);
}
