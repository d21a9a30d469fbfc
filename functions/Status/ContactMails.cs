using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The mails about a new e-mail address.</summary>
public sealed class ContactMails(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>To the new address, before it counts.</summary>
    public MailMessage Confirm(Initiative initiative, Uri link) => new(
        texts["Bevestig uw nieuwe e-mailadres"],
        new MailBlock.Paragraph(
            texts["U wilt dat wij u op dit adres mailen over uw initiatief \"{0}\" ({1}). Bevestig dat het adres van u is.", initiative.Title, initiative.Id]),
        new MailBlock.Button(texts["Bekijk en bevestig"], link),
        new MailBlock.Paragraph(
            texts["U heeft hier {0} voor. Heeft u dit niet gevraagd? Dan hoeft u niets te doen. Er verandert dan niets.", policy.Terms.ConfirmEmail]));

    /// <summary>To the old address, without saying what the new one is.</summary>
    public MailMessage ToOldAddress(Initiative initiative) => new(
        texts["Uw e-mailadres is gewijzigd voor initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(
            texts["Voor uw initiatief \"{0}\" is een ander e-mailadres bevestigd. Wij mailen u voortaan daar. Met onze mails aan dit adres kan niemand uw pagina nog openen.", initiative.Title]),
        new MailBlock.Paragraph(
            texts["Heeft u dit niet zelf gedaan? Bel of mail ons dan meteen: {0}, {1}.", policy.Municipality.Phone, policy.Municipality.Email]));

    /// <summary>To the new address, now that it counts.</summary>
    public MailMessage ToNewAddress(Initiative initiative, Uri link) => new(
        texts["Uw nieuwe e-mailadres is bevestigd voor initiatief {0}", initiative.Id],
        new MailBlock.Paragraph(texts["Wij mailen u voortaan op dit adres over \"{0}\". Met de knop hieronder komt u op uw eigen pagina.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));
}
