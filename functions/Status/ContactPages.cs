using System.Diagnostics;
using Initiatiefloket.Contact;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>
/// The page on which the applicant asks to change name, telephone number and e-mail address. Whoever has the link can ask; what counts is decided in the mail to the
/// present address (<see cref="ContactChanging"/>).
/// </summary>
[TwoLanguages]
public sealed class ContactPages(
    PersonalLinks links, InitiativeTable initiatives, ContactChanging changing, ContactRequests requests, RateLimits limits, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Part of the address that mails the link to a new address once more.</summary>
    public const string AgainSegment = "nog-eens";

    private const string Route = StatusAddress.Route + "/" + StatusAddress.Contact;

    private LinkPage<ContactForm> ThisPage => new(links, LinkPurpose.Status)
    {
        Read = (_, posted) => ContactForm.From(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<ContactPage>(
            new { visit.Form, StatusAddress = StatusAddress.Of(visit.Token), Address = StatusAddress.Of(visit.Token, StatusAddress.Contact), visit.Errors }, visit.Errors)),
    };

    [Function(nameof(ShowContact))]
    public Task<IResult> ShowContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => FillAsync(visit.Initiative, cancellation), cancellation);

    [Function(nameof(ChangeContact))]
    public Task<IResult> ChangeContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ChangeAsync(client, visit, cancellation), cancellation);

    [Function(nameof(MailNewAddressAgain))]
    public Task<IResult> MailNewAddressAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + AgainSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => MailAgainAsync(visit, cancellation), cancellation);

    private async Task<ContactForm> FillAsync(Initiative initiative, CancellationToken cancellation)
    {
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        return ContactForm.Of(contact, clock.GetUtcNow()) with { Unconfirmed = await FindUnconfirmedAsync(initiative.Id, contact, cancellation) };
    }

    private async Task<UnconfirmedChange?> FindUnconfirmedAsync(string id, ApplicantContact contact, CancellationToken cancellation) =>
        contact.Changes.WaitingAt(clock.GetUtcNow()) switch
        {
            null => null,
            { Email: { } email } change => new UnconfirmedChange(change, await requests.TriesAtNewAsync(id, change, email, cancellation)),
            var change => new UnconfirmedChange(change, await requests.TriesAtPresentAsync(id, change, contact.Applicant.Email, cancellation)),
        };

    private async Task<IResult> ChangeAsync(DurableTaskClient client, LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        visit.Form.Check(texts, visit.Errors);
        if (visit.Errors.Any)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var contact = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        var asked = visit.Form.ChangeIn(contact.Applicant);
        if (asked.Email != contact.Applicant.Email
            && await limits.WaitForMailAsync(visit.Request.HttpContext, Mailbox.Of(asked.Email), once: null, cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        var seen = contact with { Version = visit.Form.Version };
        var outcome = await changing.AskAsync(client, visit.Initiative, seen, asked, cancellation);
        switch (outcome)
        {
            case ContactAsked.Unchanged:
                return Page.SeeOther(StatusAddress.Of(visit.Token));
            case ContactAsked.Mailed:
                return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
            default:
                AddProblem(visit.Errors, outcome);
                break;
        }

        // What is asked was noted by now, which gave the form another version.
        var now = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        return await ThisPage.Show(visit with { Form = visit.Form with { Version = now.Version } }, cancellation);
    }

    private void AddProblem(FormErrors errors, ContactAsked outcome)
    {
        switch (outcome)
        {
            case ContactAsked.NoSuchAddress:
                errors.AddNoSuchAddress(ContactForm.EmailField, texts);
                break;
            case ContactAsked.NobodyToTell:
                errors.Add("", texts["Wij kunnen u op uw huidige e-mailadres niet bereiken. Bel of mail ons, dan passen wij uw gegevens aan."]);
                break;
            case ContactAsked.TooManyChanges:
                errors.Add("", texts["U heeft uw gegevens al vaak gewijzigd. Bel of mail ons, dan helpen wij u."]);
                break;
            case ContactAsked.ChangedElsewhere:
                errors.Add("", texts["Uw gegevens zijn intussen ergens anders gewijzigd. Kijk of het nu goed staat en bewaar het opnieuw."]);
                break;
            case ContactAsked.Unchanged or ContactAsked.Mailed:
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IResult> MailAgainAsync(LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        var filled = await FillAsync(visit.Initiative, cancellation);
        if (filled.Unconfirmed is not { Change: var change })
        {
            return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
        }

        if (await limits.WaitForMailAsync(visit.Request.HttpContext, Mailbox.Of(change.Email ?? filled.Email), once: null, cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        var outcome = await requests.MailAgainAsync(visit.Initiative, change, cancellation);
        if (outcome is ContactAsked.Mailed)
        {
            return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
        }

        AddProblem(visit.Errors, outcome);
        return await ThisPage.Show(visit with { Form = filled with { Unconfirmed = null } }, cancellation);
    }
}
