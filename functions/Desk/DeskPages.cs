using System.Diagnostics;
using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Contact;
using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Desk;

/// <summary>The coordinator's page of one case: how it stands, and what the coordinator can do.</summary>
public sealed class DeskPages(
    PersonalLinks links,
    DeskViews views,
    TermChanges terms,
    HandOvers handOvers,
    Announcements announcements,
    ContactChanging contacts,
    Confirmations confirming,
    Policy policy,
    IStringLocalizer<Texts> texts)
{
    public const string Extend = "verlengen";
    public const string HandOver = "overdragen";
    public const string Notice = "ingebrekestelling";
    public const string ByPost = "per-post";
    public const string MailAgain = "nog-eens-mailen";
    public const string Letter = "brief";
    public const string Correct = "gegevens";
    private const string Route = LinkPaths.Desk + "/{token}";

    private LinkPage<DeskForm> ThisPage => views.PageBehind(links);

    [Function(nameof(ShowCase))]
    public Task<IResult> ShowCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, DeskForm.Empty, cancellation);

    /// <summary>Extends the term, or tells a later date, once (Awb 4:14).</summary>
    [Function(nameof(ExtendTerm))]
    public Task<IResult> ExtendTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Extend)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ExtendAsync(client, visit, cancellation), cancellation);

    /// <summary>Gives somebody's place on the panel to somebody else.</summary>
    [Function(nameof(HandSeatOver))]
    public Task<IResult> HandSeatOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + HandOver)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => HandOverAsync(client, visit, cancellation), cancellation);

    /// <summary>Notes that a notice of default was received (Awb 4:17).</summary>
    [Function(nameof(NoteDefault))]
    public Task<IResult> NoteDefault(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Notice)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => NoteAsync(visit, cancellation), cancellation);

    /// <summary>Notes that the letter was sent by post, which announces a decision that no mail announced (Awb 3:41).</summary>
    [Function(nameof(NotePost))]
    public Task<IResult> NotePost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + ByPost)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => NotePostAsync(visit, cancellation), cancellation);

    /// <summary>Mails the decision once more, to the address of now.</summary>
    [Function(nameof(MailDecisionAgain))]
    public Task<IResult> MailDecisionAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + MailAgain)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => MailAgainAsync(visit, cancellation), cancellation);

    /// <summary>Puts the applicant's data right after a call, at once.</summary>
    [Function(nameof(CorrectContact))]
    public Task<IResult> CorrectContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Correct)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => CorrectAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> CorrectAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var (form, view) = (visit.Form, await views.BuildAsync(visit.Initiative, cancellation));
        return form.ReadCorrection(view.Applicant, texts, visit.Errors) is { } corrected
            ? await ConfirmAsync(visit, Correct, "De gegevens van de aanvrager verbeteren", CorrectNowAsync, cancellation)
            : await ThisPage.Show(visit, cancellation);

        async Task CorrectNowAsync()
        {
            if (!await contacts.CorrectAsync(client, visit.Initiative, form.ContactVersion, corrected, form.WhyCorrect, cancellation))
            {
                visit.Errors.Add("", "De gegevens zijn intussen ergens anders gewijzigd. Kijk wat er nu staat en vul het opnieuw in.");
            }
        }
    }

    private async Task<IResult> NotePostAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit.Initiative, cancellation);
        if (!view.MayNotePost)
        {
            return Page.SeeOther(visit.Address);
        }

        return visit.Form.ReadPosted(view, visit.Errors) is { } day
            ? await ConfirmAsync(
                visit,
                ByPost,
                $"De brief is per post verstuurd op {day.InWords()}",
                () => announcements.NotePostAsync(visit.Initiative.Id, day, visit.Person, cancellation),
                cancellation)
            : await ThisPage.Show(visit, cancellation);
    }

    private async Task MailAgainAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if ((await views.BuildAsync(visit.Initiative, cancellation)).LetterRoad == LetterRoad.Clear)
        {
            return;
        }

        if (!visit.Form.IsAddressRight)
        {
            visit.Errors.Add(DeskForm.AddressField, "Zet een vinkje als het e-mailadres nu klopt.");
            return;
        }

        switch (await announcements.MailAgainAsync(visit.Initiative, cancellation))
        {
            case DecisionMailed.Taken:
                return;
            case DecisionMailed.Refused:
                visit.Errors.Add("", "De mail is weer niet aangenomen. Stuur de brief per post.");
                return;
            case DecisionMailed.TooOften(var moment):
                visit.Errors.Add("", $"De mail is al {MailTries.MostInAnHour} keer opnieuw gestuurd. Vanaf {moment.InWords()} uur kan het weer. Of stuur de brief per post.");
                return;
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IResult> ExtendAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        return visit.Form.ReadReason(visit.Errors) is { } reason
            ? await ConfirmAsync(visit, Extend, "Meer tijd voor het besluit", ExtendNowAsync, cancellation)
            : await ThisPage.Show(visit, cancellation);

        async Task ExtendNowAsync()
        {
            if (await terms.ExtendAsync(client, visit.Initiative.Id, reason, visit.Person, cancellation) is Saved.TooLate)
            {
                visit.Errors.Add("", "Dat kan niet meer. Hieronder leest u waarom.");
            }
        }
    }

    private async Task<IResult> HandOverAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var (initiative, form) = (visit.Initiative, visit.Form);
        if (form.IsDoneIn(initiative))
        {
            return Page.SeeOther(visit.Address);
        }

        var view = await views.BuildAsync(initiative, cancellation);
        return form.ReadHandOver(view, visit.Errors) is var (from, to)
            ? await ConfirmAsync(visit, HandOver, $"De plaats van {view.NameOf(from)} gaat naar {view.NameOf(to)}", HandOverNowAsync, cancellation)
            : await ThisPage.Show(visit, cancellation);

        async Task HandOverNowAsync()
        {
            if (await handOvers.HandOverAsync(client, initiative, from, to, HandOverReason.Coordinator, visit.Person, cancellation) is Saved.TooLate)
            {
                visit.Errors.Add("", "De plaats is niet overgedragen: er is intussen iets veranderd. Kijk wie er nu beslist.");
            }
        }
    }

    private async Task<IResult> NoteAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation) =>
        visit.Form.ReadNotice(await views.BuildAsync(visit.Initiative, cancellation), visit.Errors) is { } day
            ? await ConfirmAsync(
                visit,
                Notice,
                $"De ingebrekestelling kwam op {day.InWords()}",
                () => terms.NoteDefaultAsync(visit.Initiative.Id, day, visit.Person, cancellation),
                cancellation)
            : await ThisPage.Show(visit, cancellation);

    /// <summary>Does what was filled in without mistakes; where the band asks for it, once it is confirmed with a code.</summary>
    private Task<IResult> ConfirmAsync(LinkVisit<DeskForm> visit, string kind, string what, Func<Task> act, CancellationToken cancellation) => confirming.ActAsync(
        visit,
        visit.Initiative.NeedsCode(policy),
        kind,
        what,
        async () =>
        {
            await act();
            return visit.Errors.Any ? await ThisPage.Show(visit, cancellation) : Page.SeeOther(visit.Address);
        },
        cancellation);
}
