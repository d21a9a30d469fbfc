using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Lets whoever may decide say that they are involved in the initiative (Awb 2:4).</summary>
public sealed class ConflictPages(PersonalLinks links, Assigner assigner, HandOvers handOvers)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "betrokken";

    /// <summary>The tick that says so.</summary>
    public const string InvolvedField = "betrokken";

    /// <summary>
    /// Gives the place to somebody else at once; whoever may decide without one is noted as involved. Whoever may not decide (any more) is only sent
    /// back to the page that says so.
    /// </summary>
    [Function(nameof(DeclareConflict))]
    public Task<IResult> DeclareConflict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + Segment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) =>
            {
                var review = LinkPaths.AddressOf(LinkPurpose.Review, token);
                if (!(await request.ReadFormAsync(cancellation)).ContainsKey(InvolvedField))
                {
                    return AskForTick(review, HasSeat(initiative, link.Person));
                }

                return await IsReleasedAsync(client, link, initiative, cancellation)
                    ? Page.SeeOther(review)
                    : Page.Show<NobodyElsePage>(new { Initiative = initiative, link.Person }, StatusCodes.Status409Conflict);
            },
            cancellation);

    /// <summary>False when there is nobody to take the place.</summary>
    private async Task<bool> IsReleasedAsync(DurableTaskClient client, Link link, Initiative initiative, CancellationToken cancellation)
    {
        // A second time when in the same instant whoever was found got another place, or this person got or lost one.
        for (var attempt = 1; attempt <= 2 && MayDecide(); attempt++)
        {
            if (await ReleaseAsync(client, link.Person, initiative, cancellation) is not { } saved)
            {
                return false;
            }

            initiative = saved.Initiative;
        }

        return !MayDecide();

        bool MayDecide() => initiative.AcceptsVoteOf(link.Person, link.Round);
    }

    private async Task<Saved?> ReleaseAsync(DurableTaskClient client, string person, Initiative initiative, CancellationToken cancellation)
    {
        if (!HasSeat(initiative, person))
        {
            return await handOvers.NoteInvolvedAsync(initiative.Id, person, cancellation);
        }

        var to = await assigner.ReplaceAsync(initiative, person, cancellation);
        return initiative.Panel.MayTakePlace(to)
            ? await handOvers.HandOverAsync(client, initiative, person, to, HandOverReason.Conflict, person, cancellation)
            : null;
    }

    // The coordinator, and a silent reviewer of whom a deputy took the place, may decide without one.
    private static bool HasSeat(Initiative initiative, string person) => initiative.Panel.Seats.Contains(person);

    private static IResult AskForTick(string review, bool hasSeat)
    {
        var errors = new FormErrors();
        errors.Add(InvolvedField, $"Zet een vinkje als u betrokken bent. {(hasSeat ? "Dan krijgt een collega deze zaak." : "Dan beslist u niet.")}");
        return Page.Show<ConflictPage>(new { Errors = errors, Back = review, HasSeat = hasSeat }, StatusCodes.Status422UnprocessableEntity);
    }
}
