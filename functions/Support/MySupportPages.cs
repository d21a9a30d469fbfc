using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Support;

/// <summary>The page behind a neighbour's link: confirm support, and take it back.</summary>
[TwoLanguages]
public sealed class MySupportPages(PersonalLinks links, SupportTable support, Policy policy)
{
    public const string ActionField = "actie";
    public const string Confirm = "steunen";
    public const string TakeBack = "intrekken";
    private const string Route = LinkPaths.Support + "/{token}";

    [Function(nameof(ShowMySupport))]
    public Task<IResult> ShowMySupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Support,
            async (link, initiative) =>
            {
                var supporter = await support.FindAsync(initiative.Id, KeyOf(link), cancellation);
                return Page.Show<MySupportPage>(new { Initiative = initiative, Supporter = supporter, Policy = policy });
            },
            cancellation);

    /// <summary>Counts the neighbour as long as the case is open; taking back is always possible.</summary>
    [Function(nameof(ChangeMySupport))]
    public Task<IResult> ChangeMySupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Support,
            async (link, initiative) =>
            {
                var action = (await request.ReadFormAsync(cancellation)).Text(ActionField);
                if (action == TakeBack)
                {
                    await support.TakeBackAsync(initiative.Id, KeyOf(link), cancellation);
                }
                else if (action == Confirm && initiative.IsOpenForSupport)
                {
                    await support.ConfirmAsync(initiative.Id, KeyOf(link), cancellation);
                }

                return Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.Support, token));
            },
            cancellation);

    private static string KeyOf(Link link) => link.Person.SupporterKey!;
}
