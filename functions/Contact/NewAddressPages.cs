using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Contact;

/// <summary>The pages on which a change is confirmed: behind the link that was mailed to a new address, and behind the one that was mailed to the present address.</summary>
[TwoLanguages]
public sealed class NewAddressPages(
    PersonalLinks links, InitiativeTable initiatives, ContactChanging changing, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>The tick that says that the applicant asked for it; a button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string OwnField = "zelf";

    private const string NewRoute = LinkPaths.NewAddress + "/{token}";
    private const string PresentRoute = LinkPaths.ConfirmChange + "/{token}";

    private LinkPage<bool> PresentPage => new(links, LinkPurpose.ConfirmChange)
    {
        Read = (_, posted) => posted.ContainsKey(OwnField),
        Show = async (visit, cancellation) => Page.Show<ChangePage>(
            new { visit.Initiative, Seen = await FindAsync(visit, cancellation), visit.Errors }, visit.Errors),
    };

    [Function(nameof(ShowNewAddress))]
    public Task<IResult> ShowNewAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = NewRoute)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmNewAddress,
            async visit => Page.Show<NewAddressPage>(new { visit.Initiative, Seen = await FindAsync(visit, cancellation) }),
            cancellation);

    [Function(nameof(ConfirmNewAddress))]
    public Task<IResult> ConfirmNewAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = NewRoute)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(
            token,
            LinkPurpose.ConfirmNewAddress,
            visit => changing.ConfirmAsync(client, visit.Initiative, visit.Link.Round, isHere: false, cancellation),
            cancellation);

    [Function(nameof(ShowChange))]
    public Task<IResult> ShowChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PresentRoute)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        PresentPage.GetAsync(token, form: false, cancellation);

    [Function(nameof(ConfirmChange))]
    public Task<IResult> ConfirmChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PresentRoute)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        PresentPage.PostAsync(token, visit => ConfirmAsync(client, visit, cancellation), cancellation);

    private async Task ConfirmAsync(DurableTaskClient client, LinkVisit<bool> visit, CancellationToken cancellation)
    {
        if (visit.Form)
        {
            await changing.ConfirmAsync(client, visit.Initiative, visit.Link.Round, isHere: true, cancellation);
        }
        else
        {
            visit.Errors.Add(OwnField, texts["Zet een vinkje als u dit zelf heeft gevraagd."]);
        }
    }

    private async Task<ChangeSeen> FindAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var contact = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        return ChangeSeen.Of(contact, visit.Link.Round, clock.GetUtcNow());
    }
}

/// <summary>A change as the pages about it show it.</summary>
/// <param name="Waiting">What waits of it; null when nothing does.</param>
/// <param name="Differences">What it comes to, from what to what; empty when it does not wait.</param>
/// <param name="HasCounted">Whether some of it counts.</param>
/// <param name="IsDisowned">Whether somebody said that it is not theirs.</param>
public sealed record ChangeSeen(ContactChange? Waiting, IReadOnlyList<ContactDifference> Differences, bool HasCounted, bool IsDisowned)
{
    /// <summary>The change of a number at a moment.</summary>
    public static ChangeSeen Of(ApplicantContact contact, int number, DateTimeOffset now)
    {
        var waiting = contact.Changes.WaitingAt(now, number);
        return new ChangeSeen(
            waiting,
            waiting?.DifferencesFrom(contact.Applicant) ?? [],
            contact.Changes.CountedOf(number).Count > 0,
            contact.Changes.Disowned.Contains(number));
    }
}
