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

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator agrees on with the applicant, on the page of the case: more time, and what was said in a talk.</summary>
public sealed class DeskTimePages(
    PersonalLinks links, DeskViews views, MoreTimeRequests requests, TalkNotes talks, Confirmations confirming, Policy policy, IStringLocalizer<Texts> texts)
{
    /// <summary>Last part of the address that notes a talk.</summary>
    public const string Talk = "gesprek";

    private const string Route = LinkPaths.Desk + "/{token}/";

    // Who is involved agrees on nothing (Awb 2:4).
    private LinkPage<DeskForm> ThisPage =>
        views.PageBehind(links, visit => visit.Initiative.MaySeeCase(visit.Person) ? null : Page.SeeOther(visit.Address));

    /// <summary>Asks the applicant to agree that the decision takes longer (Awb 4:15).</summary>
    [Function(nameof(AskMoreTime))]
    public Task<IResult> AskMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + MoreTimeForm.Segment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AskAsync(client, visit, cancellation), cancellation);

    /// <summary>Answers an applicant who asks for more time.</summary>
    [Function(nameof(AnswerMoreTime))]
    public Task<IResult> AnswerMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + MoreTimeForm.AnswerSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AnswerAsync(client, visit, cancellation), cancellation);

    /// <summary>Takes the request back.</summary>
    [Function(nameof(TakeBackMoreTime))]
    public Task<IResult> TakeBackMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + MoreTimeForm.TakeBackSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => TakeBackAsync(client, visit, cancellation), cancellation);

    /// <summary>Notes what was said in a talk.</summary>
    [Function(nameof(NoteTalk))]
    public Task<IResult> NoteTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + Talk)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => NoteAsync(visit, cancellation), cancellation);

    private async Task<IResult> AskAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var (initiative, form) = (visit.Initiative, visit.Form.MoreTime);
        if (form.IsDoneIn(initiative, visit.Person))
        {
            return Page.SeeOther(visit.Address);
        }

        var view = await views.BuildAsync(initiative, cancellation);
        return form.ReadAsked(view.Today, texts, visit.Errors) is { } asked
            ? await ConfirmAsync(
                visit,
                "De aanvrager om meer tijd vragen",
                () => requests.AskAsync(client, initiative, asked, visit.Person, cancellation),
                "De vraag is niet gestuurd: de termijn is voorbij, of er staat al een vraag open.",
                cancellation)
            : await ThisPage.Show(visit, cancellation);
    }

    private async Task<IResult> AnswerAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation) =>
        visit.Form.MoreTime.ReadAnswer(texts, visit.Errors) is { } answer
            ? await ConfirmAsync(
                visit,
                answer.InDutch,
                () => requests.AnswerAsync(client, visit.Initiative, answer, visit.Person, cancellation),
                "Er is niets gewijzigd: op deze vraag kan niet meer worden geantwoord.",
                cancellation)
            : await ThisPage.Show(visit, cancellation);

    private async Task TakeBackAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.MoreTime.ReadTakeBack(texts, visit.Errors))
        {
            await requests.TakeBackAsync(client, visit.Initiative, visit.Form.MoreTime.Number, visit.Person, cancellation);
        }
    }

    private async Task NoteAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        visit.Errors.Require(DeskForm.TalkField, visit.Form.Talk, "Vul in wat er is besproken.", TalkNotes.LongestWords);
        if (!visit.Errors.Any)
        {
            await talks.NoteAsync(visit.Initiative.Id, visit.Form.Talk, visit.Person, cancellation);
        }
    }

    private Task<IResult> ConfirmAsync(LinkVisit<DeskForm> visit, string what, Func<Task<Saved>> act, string tooLate, CancellationToken cancellation) => confirming.ActAsync(
        visit,
        visit.Initiative.NeedsCode(policy),
        MoreTimeForm.Segment,
        what,
        async () =>
        {
            if (await act() is Saved.TooLate)
            {
                visit.Errors.Add("", tooLate);
                return await ThisPage.Show(visit, cancellation);
            }

            return Page.SeeOther(visit.Address);
        },
        cancellation);
}
