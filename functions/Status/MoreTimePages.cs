using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant gives us more time, or asks for it (Awb 4:15).</summary>
[TwoLanguages]
public sealed class MoreTimePages(
    PersonalLinks links, MoreTimeRequests requests, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const string Route = StatusAddress.Route + "/" + MoreTimeForm.Segment;

    private LinkPage<MoreTimeForm> ThisPage => new(links, LinkPurpose.Status)
    {
        // When there is nothing to ask or to answer the status page says how it stands.
        InPlace = visit => ViewOf(visit.Initiative) is { IsOver: true } ? Page.SeeOther(StatusAddress.Of(visit.Token)) : null,
        Read = (_, posted) => MoreTimeForm.From(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<MoreTimePage>(
            new { View = ViewOf(visit.Initiative), visit.Token, visit.Form, visit.Errors }, visit.Errors)),
        Onward = visit => StatusAddress.Of(visit.Token),
    };

    [Function(nameof(ShowMoreTime))]
    public Task<IResult> ShowMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, MoreTimeForm.Empty, cancellation);

    /// <summary>Asks us to wait.</summary>
    [Function(nameof(WantMoreTime))]
    public Task<IResult> WantMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => WantAsync(client, visit, cancellation), cancellation);

    /// <summary>Answers our request: agreeing is the consent in writing that the law asks for.</summary>
    [Function(nameof(GiveMoreTime))]
    public Task<IResult> GiveMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StatusAddress.Route + "/" + MoreTimeForm.AnswerSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AnswerAsync(client, visit, cancellation), cancellation);

    /// <summary>Takes the applicant's own request back.</summary>
    [Function(nameof(DropMoreTime))]
    public Task<IResult> DropMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StatusAddress.Route + "/" + MoreTimeForm.TakeBackSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => TakeBackAsync(client, visit, cancellation), cancellation);

    private async Task WantAsync(DurableTaskClient client, LinkVisit<MoreTimeForm> visit, CancellationToken cancellation)
    {
        var (initiative, form) = (visit.Initiative, visit.Form);
        if (form.IsDoneIn(initiative, visit.Person) || form.ReadAsked(LocalTime.DayOf(clock.GetUtcNow()), texts, visit.Errors) is not { } asked)
        {
            return;
        }

        if (await requests.AskAsync(client, initiative, asked, visit.Person, cancellation) is Saved.TooLate)
        {
            visit.Errors.Add("", texts["Uw vraag is niet verstuurd: er is intussen iets veranderd. Kijk hoe het nu staat."]);
        }
    }

    // Too late, as when the request was taken back: the status page says how it stands.
    private async Task AnswerAsync(DurableTaskClient client, LinkVisit<MoreTimeForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.ReadAnswer(texts, visit.Errors) is { } answer)
        {
            await requests.AnswerAsync(client, visit.Initiative, answer, visit.Person, cancellation);
        }
    }

    private async Task TakeBackAsync(DurableTaskClient client, LinkVisit<MoreTimeForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.ReadTakeBack(texts, visit.Errors))
        {
            await requests.TakeBackAsync(client, visit.Initiative, visit.Form.Number, visit.Person, cancellation);
        }
    }

    private TimeView ViewOf(Initiative initiative) => TimeView.Of(initiative, policy, clock.GetUtcNow());
}

/// <summary>What the applicant can do about more time.</summary>
/// <param name="Open">The request that can be answered or taken back; null when there is none.</param>
/// <param name="MayAsk">Whether the applicant can ask.</param>
public sealed record TimeView(TimeRequest? Open, bool MayAsk)
{
    public bool IsOver => Open is null && !MayAsk;

    public static TimeView Of(Initiative initiative, Policy policy, DateTimeOffset now) =>
        new(initiative.OpenTimeRequest(now), initiative.MayAskTime(now, policy.WorkingDays));
}
