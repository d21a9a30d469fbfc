using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Reviewers;

/// <summary>Lets a member of a panel say that they are involved in the initiative (Awb 2:4).</summary>
public sealed class ConflictPages(PersonalLinks links, Assigner assigner, HandOverDesk handOvers)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "betrokken";

    /// <summary>The tick that says so.</summary>
    public const string InvolvedField = "betrokken";

    /// <summary>Gives the place to somebody else at once. Whoever voted, or has no place any more, is only sent back to the page that says so.</summary>
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
                    return AskForTick(review);
                }

                return await IsReleasedAsync(client, link, initiative, cancellation)
                    ? Page.SeeOther(review)
                    : Page.Show<NobodyElsePage>(new { Initiative = initiative, link.Person }, StatusCodes.Status409Conflict);
            },
            cancellation);

    /// <summary>False when there is nobody to take the place.</summary>
    private async Task<bool> IsReleasedAsync(DurableTaskClient client, Link link, Initiative initiative, CancellationToken cancellation)
    {
        // A second time when whoever was found got another place in the same instant.
        for (var attempt = 1; attempt <= 2 && IsTheirs(); attempt++)
        {
            var to = await assigner.ReplaceAsync(initiative, link.Person, cancellation);
            if (!initiative.Panel.MayTakePlace(to))
            {
                return false;
            }

            var saved = await handOvers.HandOverAsync(client, initiative, link.Person, to, HandOverReason.Conflict, link.Person, cancellation);
            initiative = saved.Initiative;
        }

        return !IsTheirs();

        bool IsTheirs() => link.Round == initiative.Round && ListedCase.Awaits(initiative, link.Person);
    }

    private static IResult AskForTick(string review)
    {
        var errors = new FormErrors();
        errors.Add(InvolvedField, "Zet een vinkje als u betrokken bent. Dan krijgt een collega deze zaak.");
        return Page.Show<ConflictPage>(new { Errors = errors, Back = review }, StatusCodes.Status422UnprocessableEntity);
    }
}
