using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
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
    PersonalLinks links, InitiativeTable initiatives, CasePost post, ContactMails mails, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Contact;

    private LinkPage<ContactForm> ThisPage => new(links, LinkPurpose.Status)
    {
        Read = (_, posted) => ContactForm.From(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<ContactPage>(
            new { visit.Form, StatusAddress = StatusAddress.Of(visit.Token), visit.Errors }, visit.Errors)),
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

    private async Task<ContactForm> FillAsync(Initiative initiative, CancellationToken cancellation) =>
        ContactForm.Of(await initiatives.GetContactAsync(initiative.Id, cancellation)) with
        {
            Unconfirmed = (await initiatives.FindEmailChangeAsync(initiative.Id, cancellation))?.Email,
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

        await AskToConfirmAsync(visit, cancellation);
        if (visit.Errors.Any)
        {
            // Name and telephone number are saved by now, which gave them another version.
            var saved = await initiatives.GetContactAsync(visit.Initiative.Id, cancellation);
            return await ThisPage.Show(visit with { Form = visit.Form with { Version = saved.Version } }, cancellation);
        }

        return Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Contact));
    }

    /// <summary>False when somebody changed it elsewhere since the form was filled.</summary>
    private async Task<bool> SaveAsync(LinkVisit<ContactForm> visit, Contact contact, CancellationToken cancellation)
    {
        var changed = visit.Form.ChangeIn(contact.Applicant);
        return changed == contact.Applicant
            || (visit.Form.Version == contact.Version
                && await initiatives.ChangeContactAsync(visit.Initiative.Id, contact, changed, clock.GetUtcNow(), cancellation));
    }

    private async Task AskToConfirmAsync(LinkVisit<ContactForm> visit, CancellationToken cancellation)
    {
        var (initiative, email) = (visit.Initiative, visit.Form.Email);
        var last = await initiatives.FindEmailChangeAsync(initiative.Id, cancellation);
        if (last is { Number: >= EmailChange.Most } && last.Email != email)
        {
            visit.Errors.Add(ContactForm.EmailField, texts["U heeft uw e-mailadres al vaak gewijzigd. Bel of mail ons, dan helpen wij u."]);
            return;
        }

        var asked = await initiatives.AskEmailChangeAsync(initiative.Id, email, clock.GetUtcNow(), cancellation);
        var mail = new CaseMail(
            initiative.Id, $"new-email-{asked.Number}", MailKind.ConfirmNewAddress, Actor.NewAddress, LinkPurpose.ConfirmNewAddress, asked.Number)
        {
            DespiteRefusal = true,
        };
        if (await post.SendAsync(mail, link => mails.Confirm(initiative, link), cancellation) is { TakenAt: null })
        {
            visit.Errors.AddNoSuchAddress(ContactForm.EmailField, texts);
        }
    }
}
