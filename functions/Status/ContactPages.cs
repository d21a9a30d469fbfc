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

    [Function(nameof(ShowContact))]
    public Task<IResult> ShowContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (_, initiative) => Show(
                ContactForm.Of(await initiatives.GetContactAsync(initiative.Id, cancellation)),
                token,
                [],
                (await initiatives.FindEmailChangeAsync(initiative.Id, cancellation))?.Email),
            cancellation);

    [Function(nameof(ChangeContact))]
    public Task<IResult> ChangeContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (_, initiative) =>
            {
                var form = ContactForm.From(await request.ReadFormAsync(cancellation));
                var errors = form.Check(texts);
                return errors.Any
                    ? Show(form, token, errors)
                    : await SaveAsync(initiative, form, token, cancellation);
            },
            cancellation);

    private async Task<IResult> SaveAsync(Initiative initiative, ContactForm form, string token, CancellationToken cancellation)
    {
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        var changed = form.ChangeIn(contact.Applicant);
        var isCurrent = form.Version == contact.Version;
        if (changed != contact.Applicant
            && !(isCurrent && await initiatives.ChangeContactAsync(initiative.Id, contact, changed, clock.GetUtcNow(), cancellation)))
        {
            var now = await initiatives.GetContactAsync(initiative.Id, cancellation);
            var conflict = new FormErrors
            {
                { "", texts["Uw gegevens zijn intussen ergens anders gewijzigd. Kijk of het nu goed staat en bewaar het opnieuw."] },
            };
            return Show(form with { Version = now.Version }, token, conflict);
        }

        return form.HasOtherEmail(contact.Applicant)
            ? await AskToConfirmAsync(initiative, form, token, cancellation)
            : Page.SeeOther(StatusAddress.Of(token));
    }

    private async Task<IResult> AskToConfirmAsync(Initiative initiative, ContactForm form, string token, CancellationToken cancellation)
    {
        var last = await initiatives.FindEmailChangeAsync(initiative.Id, cancellation);
        if (last is { Number: >= EmailChange.Most } && last.Email != form.Email)
        {
            var errors = new FormErrors
            {
                { ContactForm.EmailField, texts["U heeft uw e-mailadres al vaak gewijzigd. Bel of mail ons, dan helpen wij u."] },
            };
            return Show(form, token, errors);
        }

        var asked = await initiatives.AskEmailChangeAsync(initiative.Id, form.Email, clock.GetUtcNow(), cancellation);
        var mail = new CaseMail(
            initiative.Id, $"new-email-{asked.Number}", Actor.NewAddress, LinkPurpose.ConfirmNewAddress, asked.Number);
        await post.SendAsync(mail, link => mails.Confirm(initiative, link), cancellation);
        return Page.SeeOther(StatusAddress.Of(token, StatusAddress.Contact));
    }

    private static IResult Show(ContactForm form, string token, FormErrors errors, string? unconfirmed = null) => Page.Show<ContactPage>(
        new { Form = form, StatusAddress = StatusAddress.Of(token), Errors = errors, Unconfirmed = unconfirmed },
        errors);
}
