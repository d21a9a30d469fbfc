using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>Lets whoever decides answer an applicant who asks for more time.</summary>
public sealed class TimeWantedPages(
    PersonalLinks links, MoreTimeRequests requests, Confirmations confirming, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private LinkPage<MoreTimeForm> ThisPage => new(links, LinkPurpose.Review)
    {
        // Who decides nothing (any more), or came too late, is sent back to the page that says how it stands.
        InPlace = visit => visit.Initiative.AcceptsVoteOf(visit.Person, visit.Link.Round) && WantedIn(visit.Initiative) is not null
            ? null
            : Page.SeeOther(visit.Address),
        Read = (_, posted) => MoreTimeForm.From(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<TimeWantedPage>(
            new { Wanted = WantedIn(visit.Initiative)!, visit.Form, visit.Errors, Back = visit.Address }, visit.Errors)),
    };

    [Function(nameof(AnswerTimeWanted))]
    public Task<IResult> AnswerTimeWanted(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + MoreTimeForm.AnswerSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AnswerAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> AnswerAsync(DurableTaskClient client, LinkVisit<MoreTimeForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.ReadAnswer(texts, visit.Errors) is not { } answer)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        return await confirming.ActAsync(visit, visit.Initiative.NeedsCode(policy), MoreTimeForm.Segment, answer.InDutch, AnswerNowAsync, cancellation);

        async Task<IResult> AnswerNowAsync()
        {
            await requests.AnswerAsync(client, visit.Initiative, answer, visit.Person, cancellation);
            return Page.SeeOther(visit.Address);
        }
    }

    private TimeRequest? WantedIn(Initiative initiative) =>
        initiative.OpenTimeRequest(clock.GetUtcNow()) is { IsByApplicant: true } wanted ? wanted : null;
}
