using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Support;

/// <summary>The page behind a neighbour's link: confirm support, and take it back.</summary>
[TwoLanguages]
public sealed class MySupportPages(PersonalLinks links, SupportTable support, SupportGiven given, Policy policy)
{
    public const string ActionField = "actie";
    public const string Confirm = "steunen";
    public const string TakeBack = "intrekken";
    private const string Route = LinkPaths.Support + "/{token}";

    [Function(nameof(ShowMySupport))]
    public Task<IResult> ShowMySupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Support, visit => ShowAsync(visit, cancellation), cancellation);

    /// <summary>Counts the neighbour as long as the case is open; taking back is always possible.</summary>
    [Function(nameof(ChangeMySupport))]
    public Task<IResult> ChangeMySupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.Support, visit => ChangeAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var supporter = await support.FindAsync(visit.Initiative.Id, KeyOf(visit), cancellation);
        var isApplicant = await given.IsApplicantAsync(visit.Initiative.Id, KeyOf(visit), cancellation);
        return Page.Show<MySupportPage>(new { visit.Initiative, Supporter = supporter, IsApplicant = isApplicant, Policy = policy });
    }

    private async Task ChangeAsync(DurableTaskClient client, LinkVisit visit, CancellationToken cancellation)
    {
        var action = (await visit.Request.ReadFormAsync(cancellation)).Text(ActionField);
        if (action == TakeBack)
        {
            await support.TakeBackAsync(visit.Initiative.Id, KeyOf(visit), cancellation);
        }
        else if (action == Confirm && visit.Initiative.IsOpenForSupport)
        {
            await given.ConfirmAsync(client, visit.Initiative, KeyOf(visit), cancellation);
        }
    }

    private static string KeyOf(LinkVisit visit) => visit.Person.SupporterKey!;
}
