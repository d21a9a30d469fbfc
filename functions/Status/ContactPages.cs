using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>
/// The page on which the applicant changes name, telephone number and e-mail address. A new address counts only after it was confirmed
/// (<see cref="NewAddressPages"/>).
/// </summary>
[TwoLanguages]
public sealed class ContactPages(
    PersonalLinks links, InitiativeTable initiatives, AddressRequests requests, RateLimits limits, IStringLocalizer<Texts> texts, TimeProvider clock)
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
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ChangeAsync(visit, cancellation), cancellation);

    [Function(nameof(MailNewAddressAgain))]
    public Task<IResult> MailNewAddressAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + AgainSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => MailAgainAsync(visit, cancellation), cancellation);

    private async Task<ContactForm> FillAsync(Initiative initiative, CancellationToken cancellation) =>
        ContactForm.Of(await initiatives.GetContactAsync(initiative.Id, cancellation)) with
        {
            Unconfirmed = await requests.FindAsync(initiative, cancellation),
        };

    private async Task<IResult> ChangeAsync(LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        visit.Form.Check(texts, visit.Errors);
        if (visit.Errors.Any)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var contact = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        if (!await SaveAsync(visit, contact, cancellation))
        {
            var now = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
            visit.Errors.Add("", texts["Uw gegevens zijn intussen ergens anders gewijzigd. Kijk of het nu goed staat en bewaar het opnieuw."]);
            return await ThisPage.Show(visit with { Form = visit.Form with { Version = now.Version } }, cancellation);
        }

        if (!visit.Form.HasOtherEmail(contact.Applicant))
        {
            return Page.SeeOther(StatusAddress.Of(visit.Token));
        }

        return await AskToConfirmAsync(visit, cancellation);
    }

    /// <summary>False when somebody changed it elsewhere since the form was filled.</summary>
    private async Task<bool> SaveAsync(LinkVisit<ContactForm> visit, Contact contact, CancellationToken cancellation)
    {
        var changed = visit.Form.ChangeIn(contact.Applicant);
        return changed == contact.Applicant
            || (visit.Form.Version == contact.Version
                && await initiatives.ChangeContactAsync(visit.Initiative.Id, contact, changed, clock.GetUtcNow(), cancellation));
    }

    private async Task<IResult> AskToConfirmAsync(LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        switch (await requests.AskAsync(visit.Initiative, visit.Form.Email, cancellation))
        {
            case AddressAsked.Mailed:
                return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
            case AddressAsked.NoSuchAddress:
                visit.Errors.AddNoSuchAddress(ContactForm.EmailField, texts);
                break;
            case AddressAsked.TooManyChanges:
                visit.Errors.Add(ContactForm.EmailField, texts["U heeft uw e-mailadres al vaak gewijzigd. Bel of mail ons, dan helpen wij u."]);
                break;
            default:
                throw new UnreachableException();
        }

        // Name and telephone number are saved by now, which gave them another version.
        var saved = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
        return await ThisPage.Show(visit with { Form = visit.Form with { Version = saved.Version } }, cancellation);
    }

    private async Task<IResult> MailAgainAsync(LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        var filled = await FillAsync(visit.Initiative, cancellation);
        if (filled.Unconfirmed is { Email: var email } && await limits.WaitForMailAsync(visit.Request.HttpContext, Mailbox.Of(email), cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        if (await requests.AskAgainAsync(visit.Initiative, cancellation) is not AddressAsked.NoSuchAddress)
        {
            return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
        }

        visit.Errors.AddNoSuchAddress(ContactForm.EmailField, texts);
        return await ThisPage.Show(visit with { Form = filled with { Email = filled.Unconfirmed!.Email, Unconfirmed = null } }, cancellation);
    }
}
