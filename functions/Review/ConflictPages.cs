using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Lets who may decide say that they are involved in the initiative (Awb 2:4).</summary>
public sealed class ConflictPages(PersonalLinks links, Involvement involvement, Confirmations confirming, Policy policy)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "betrokken";

    /// <summary>The tick that says so.</summary>
    public const string InvolvedField = "betrokken";

    private LinkPage<bool> ThisPage => new(links, LinkPurpose.Review)
    {
        Read = (_, posted) => posted.ContainsKey(InvolvedField),
        Show = (visit, _) => Task.FromResult(Page.Show<ConflictPage>(
            new { visit.Errors, Back = visit.Address, HasSeat = HasSeat(visit.Initiative, visit.Person) }, visit.Errors)),
    };

    /// <summary>
    /// Gives the place to somebody else at once; who may decide without one is noted as involved. Who may not decide (any more) is only sent
    /// back to the page that says so.
    /// </summary>
    [Function(nameof(DeclareConflict))]
    public Task<IResult> DeclareConflict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + Segment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => DeclareAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> DeclareAsync(DurableTaskClient client, LinkVisit<bool> visit, CancellationToken cancellation)
    {
        if (!visit.Form)
        {
            var follows = HasSeat(visit.Initiative, visit.Person) ? "Dan krijgt een collega deze zaak." : "Dan beslist u niet.";
            visit.Errors.Add(InvolvedField, $"Zet een vinkje als u betrokken bent. {follows}");
            return await ThisPage.Show(visit, cancellation);
        }

        // Who may not decide (any more) is sent back as before, without a mail.
        var needsCode = visit.Initiative.NeedsCode(policy) && visit.Initiative.AcceptsVoteOf(visit.Person, visit.Link.Round);
        return await confirming.ActAsync(visit, needsCode, "conflict", "U bent betrokken en beslist niet", ReleaseAsync, cancellation);

        async Task<IResult> ReleaseAsync() => await IsReleasedAsync(client, visit.Link, visit.Initiative, cancellation)
            ? Page.SeeOther(visit.Address)
            : Page.Show<NobodyElsePage>(new { visit.Initiative, visit.Person }, StatusCodes.Status409Conflict);
    }

    /// <summary>False when there is nobody to take the place.</summary>
    private async Task<bool> IsReleasedAsync(DurableTaskClient client, Link link, Initiative initiative, CancellationToken cancellation)
    {
        // A second time when in the same instant who was found got another place, or this person got or lost one.
        for (var attempt = 1; attempt <= 2 && MayDecide(); attempt++)
        {
            if (await involvement.ReleaseAsync(client, initiative, link.Person, InvolvedAs.Said, cancellation) is not { } saved)
            {
                return false;
            }

            initiative = saved.Initiative;
        }

        return !MayDecide();

        bool MayDecide() => initiative.AcceptsVoteOf(link.Person, link.Round);
    }

    // The coordinator, and a silent reviewer of whom a deputy took the place, may decide without one.
    private static bool HasSeat(Initiative initiative, Actor person) => initiative.Panel.Seats.Contains(person);
}
