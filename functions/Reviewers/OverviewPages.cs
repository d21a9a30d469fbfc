using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Initiatiefloket.Worklist;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Reviewers;

/// <summary>The page that lists all cases of a reviewer, or for the coordinator all cases, and takes in who is away.</summary>
public sealed class OverviewPages(
    PersonalLinks links,
    OverviewGate gate,
    OverviewViews views,
    WorklistViews worklists,
    WayBack wayBack,
    CaseLists lists,
    LinkMaker maker,
    Absences absences,
    Undelivered undelivered,
    Confirmations confirming,
    Policy policy)
{
    public const string Route = LinkPaths.Overview + "/{token}";

    /// <summary>Last part of the address of what is over.</summary>
    public const string EndedSegment = "afgerond";

    /// <summary>Part of the address that opens a case.</summary>
    public const string CaseSegment = WorklistPaths.Case;

    /// <summary>Part of the address to which an absence is sent.</summary>
    public const string AbsenceSegment = "afwezig";

    /// <summary>Part of the address that ends an absence.</summary>
    public const string EndAbsenceSegment = "terug";

    /// <summary>Part of the address that takes mail that did not arrive off the list.</summary>
    public const string UndeliveredSegment = "niet-bezorgd";

    /// <summary>Names such a mail in the form.</summary>
    public const string MailField = "mail";

    private LinkPage<AbsenceForm> ThisPage => new(links, LinkPurpose.Overview)
    {
        InPlace = gate.InPlace,
        Read = (_, posted) => AbsenceForm.Read(posted),
        Show = ShowAsync,
    };

    [Function(nameof(ShowOverview))]
    public Task<IResult> ShowOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, AbsenceForm.Empty, cancellation);

    [Function(nameof(EnterAbsence))]
    public Task<IResult> EnterAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + AbsenceSegment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => EnterAbsenceAsync(client, visit, cancellation), cancellation);

    /// <summary>Ends the absences that were ticked, if this person may see them; one that is over already is left alone.</summary>
    [Function(nameof(EndAbsence))]
    public Task<IResult> EndAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + EndAbsenceSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => EndAbsenceAsync(visit, cancellation), cancellation);

    /// <summary>What was over before what stands at a place, a page at a time.</summary>
    [Function(nameof(ShowEnded))]
    public Task<IResult> ShowEnded(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + EndedSegment + "/{after}")] HttpRequest request,
        string token,
        string after,
        CancellationToken cancellation) =>
        OpenAsync(token, visit => ShowEndedAsync(visit, after, cancellation), cancellation);

    /// <summary>
    /// Makes a link to a case on the list and goes there. Not for a reviewer who is involved in it. A GET, so that a case is a link that opens in a new tab: it stores
    /// only a link of this person's own, which changes no case, dies by itself and is told to nobody but the browser that asked. And only a browser in which a code was
    /// typed gets that far, which no program is that scans mail or fetches ahead.
    /// </summary>
    [Function(nameof(OpenCase))]
    public Task<IResult> OpenCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + CaseSegment + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        OpenAsync(token, visit => OpenCaseAsync(visit, id, cancellation), cancellation);

    /// <summary>Mails a code for a new browser, and opens the overview once it is typed.</summary>
    [Function(nameof(OpenOverview))]
    public Task<IResult> OpenOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + OverviewGate.OpenSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Overview, visit => gate.OpenAsync(visit, cancellation), cancellation);

    /// <summary>Takes mail that did not arrive off the coordinator's list, where it was ticked.</summary>
    [Function(nameof(ForgetUndelivered))]
    public Task<IResult> ForgetUndelivered(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + UndeliveredSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ForgetAsync(visit, cancellation), cancellation);

    // The coordinator has all cases, which are too many for cards.
    private async Task<IResult> ShowAsync(LinkVisit<AbsenceForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        return view.IsCoordinator
            ? Page.Show<CoordinatorPage>(
                new { View = view, List = await worklists.BuildAsync(visit.Address, WorkQuery.Read(visit.Request.Query, policy), cancellation), visit.Form, visit.Errors },
                visit.Errors)
            : Page.Show<OverviewPage>(new { View = view, visit.Form, visit.Errors }, visit.Errors);
    }

    private Task<IResult> OpenAsync(string token, Func<LinkVisit, Task<IResult>> open, CancellationToken cancellation) => links.OpenAsync(
        token, LinkPurpose.Overview, async visit => gate.InPlace(visit) ?? await open(visit), cancellation);

    private async Task ForgetAsync(LinkVisit<AbsenceForm> visit, CancellationToken cancellation)
    {
        var ticked = (await visit.Request.ReadFormAsync(cancellation))[MailField];
        var view = await views.BuildAsync(visit, cancellation);
        if (ticked.Count == 0 && view.Undelivered.Count > 0)
        {
            visit.Errors.Add(MailField, "Zet een vinkje bij wat van de lijst kan.");
        }

        foreach (var mail in view.Undelivered.Where(mail => ticked.Contains(mail.Name)))
        {
            await undelivered.ForgetAsync(mail, cancellation);
        }
    }

    private async Task<IResult> EnterAbsenceAsync(DurableTaskClient client, LinkVisit<AbsenceForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        if (!view.MayEnterAbsence)
        {
            return Page.NotFound();
        }

        if (visit.Form.Check(view.OwnId, view.Reviewers, view.Absences, view.Today, visit.Errors) is not { } absence)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        // Cases go to others then, which the end of the absence does not bring back.
        var needsCode = policy.NeedsCodeForAll() && !absence.KeepsCases;
        return await confirming.ActAsync(visit, needsCode, "absence", $"{policy.NameOf(absence.Person)} is afwezig van {absence.From.InWords()} tot en met {absence.Until.InWords()}", EnterNowAsync, cancellation);

        async Task<IResult> EnterNowAsync()
        {
            await absences.EnterAsync(client, absence, visit.Person, cancellation);
            return Page.SeeOther(visit.Address);
        }
    }

    private async Task EndAbsenceAsync(LinkVisit<AbsenceForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        var ticked = visit.Form.Ticked;
        if (ticked.Count == 0 && view.Absences.Count > 0)
        {
            visit.Errors.Add(AbsenceForm.TickedField, "Zet een vinkje bij de afwezigheid die u wilt beëindigen.");
        }

        foreach (var absence in view.Absences.Where(absence => ticked.Contains(AbsenceForm.NameOf(absence))))
        {
            await absences.EndAsync(absence, visit.Person, cancellation);
        }
    }

    private async Task<IResult> ShowEndedAsync(LinkVisit visit, string after, CancellationToken cancellation)
    {
        if (PlaceAmongEnded.Read(after) is not { } place)
        {
            return Page.NotFound();
        }

        var ended = await lists.ReadEndedAsync(visit.Person, place, OverviewView.EndedAtOnce, cancellation);
        return Page.Show<EndedCasesPage>(new { Ended = ended, visit.Token, visit.Person });
    }

    private async Task<IResult> OpenCaseAsync(LinkVisit visit, string id, CancellationToken cancellation)
    {
        var found = visit.Person == Actor.Coordinator ? await worklists.FindCaseAsync(id, cancellation) : await lists.FindAsync(visit.Person, id, cancellation);
        if (found is not { } initiative || !ListedCase.MayOpen(initiative, visit.Person))
        {
            return Page.NotFound();
        }

        wayBack.Remember(visit, PostedText.CleanValue(visit.Request.Query[WorklistPaths.ListField].ToString()));
        return Page.SeeOther(await maker.NewPathAsync(visit.Link, PurposeOf(initiative, visit.Person), id, initiative.Round, cancellation));
    }

    // The coordinator sees a case at the desk, where it can be seen to, unless the decision is theirs.
    private static LinkPurpose PurposeOf(Initiative initiative, Actor person) =>
        person == Actor.Coordinator && !ListedCase.Awaits(initiative, person) ? LinkPurpose.Desk : LinkPurpose.Review;
}
