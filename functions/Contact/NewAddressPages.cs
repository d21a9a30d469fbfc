using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Contact;

/// <summary>The pages on which a change is confirmed: behind the link that was mailed to a new address, and behind the one that was mailed to the present address.</summary>
[TwoLanguages]
public sealed class NewAddressPages(PersonalLinks links, InitiativeTable initiatives, ContactChanging changing, TimeProvider clock)
{
    private const string NewRoute = LinkPaths.NewAddress + "/{token}";
    private const string PresentRoute = LinkPaths.ConfirmChange + "/{token}";

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
        links.OpenAsync(
            token,
            LinkPurpose.ConfirmChange,
            async visit => Page.Show<ChangePage>(new { visit.Initiative, Seen = await FindAsync(visit, cancellation) }),
            cancellation);

    [Function(nameof(ConfirmChange))]
    public Task<IResult> ConfirmChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PresentRoute)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(
            token,
            LinkPurpose.ConfirmChange,
            visit => changing.ConfirmAsync(client, visit.Initiative, visit.Link.Round, isHere: true, cancellation),
            cancellation);

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
