using Initiatiefloket.Budget;
using Initiatiefloket.Funding;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant takes a part of the amount, or leaves it to the next in the line.</summary>
[TwoLanguages]
public sealed class PartPages(PersonalLinks links, PotLedger pot, PartAnswers answers, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Part;

    // Nothing is chosen beforehand: a mail scanner that presses the button decides nothing.
    private LinkPage<PartForm> ThisPage => new(links, LinkPurpose.Status)
    {
        Read = (_, posted) => new PartForm(posted.Text(PartForm.ChoiceField)),
        Show = ShowAsync,
        Onward = visit => StatusAddress.Of(visit.Token),
    };

    [Function(nameof(ShowPart))]
    public Task<IResult> ShowPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, new PartForm(""), cancellation);

    /// <summary>Who is too late is sent back to the status page, which says how it stands.</summary>
    [Function(nameof(AnswerPart))]
    public Task<IResult> AnswerPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AnswerAsync(client, visit, cancellation), cancellation);

    private async Task AnswerAsync(DurableTaskClient client, LinkVisit<PartForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.Accepts is not { } accepts)
        {
            visit.Errors.Add(PartForm.ChoiceField, texts["Kies ja of nee."]);
        }
        else if (await FindAsync(visit, cancellation) is { } offer && clock.GetUtcNow() < offer.AnswerBy)
        {
            await answers.AnswerAsync(client, visit.Initiative, visit.Person, accepts, cancellation);
        }
    }

    private async Task<IResult> ShowAsync(LinkVisit<PartForm> visit, CancellationToken cancellation) => await FindAsync(visit, cancellation) is { } offer
        ? Page.Show<PartPage>(new { visit.Initiative, Offer = offer, StatusAddress = StatusAddress.Of(visit.Token), visit.Form, visit.Errors }, visit.Errors)
        : Page.SeeOther(StatusAddress.Of(visit.Token));

    private async Task<PartOffer?> FindAsync(LinkVisit visit, CancellationToken cancellation) => PartOffer.Of(
        visit.Initiative, (await pot.FindStandingAsync(visit.Initiative.PotYear, visit.Initiative.Id, cancellation))?.Place);
}

/// <summary>The answer as it was filled in.</summary>
public sealed record PartForm(string Choice)
{
    public const string ChoiceField = "deel";
    public const string Yes = "ja";
    public const string No = "nee";

    /// <summary>Yes or no; null as long as nothing was chosen.</summary>
    public bool? Accepts => Choice switch
    {
        Yes => true,
        No => false,
        _ => null,
    };
}
