using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Contact;

/// <summary>The mails about a change of the applicant's data.</summary>
public sealed class ContactMails(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>To the present address, before anything counts.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="applicant">As they stand now.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="links">To confirm, and to stop it.</param>
    public MailMessage Asked(Initiative initiative, Applicant applicant, ContactChange change, TwoLinks links) => new(
        texts["Wilt u uw gegevens wijzigen? Initiatief {0}", initiative.InSubject],
        [
            new MailBlock.Paragraph(texts["Op de pagina van uw aanvraag \"{0}\" is gevraagd om dit te wijzigen:", initiative.Title]),
            FactsOf(change.DifferencesFrom(applicant)),
            new MailBlock.Button(texts["Bekijk en bevestig"], links.First),
            new MailBlock.Button(texts["Dit was ik niet"], links.Second) { IsSecondary = true },
            .. change.Name is null && change.Phone is null ? [] : new[] { new MailBlock.Paragraph(texts["Doet u niets? Dan gelden uw nieuwe naam en telefoonnummer vanaf {0}.", LocalTime.DayOf(change.CountsAt).InWords()]) },
            .. change.Email is null ? [] : new[] { new MailBlock.Paragraph(texts["Het nieuwe e-mailadres geldt pas als u het hier bevestigt, en ook op het nieuwe adres. Dat kan tot en met {0}. Daarna blijft alles zoals het is.", change.LapsesAt.DeadlineInWords()]) },
        ]);

    /// <summary>To the new address, before it counts. Without the title: whoever reads mail there may be a stranger.</summary>
    public MailMessage Confirm(Initiative initiative, Uri link) => new(
        texts["Bevestig uw nieuwe e-mailadres"],
        new MailBlock.Paragraph(
            texts["U wilt dat wij u op dit adres mailen over initiatief {0}. Bevestig dat het adres van u is.", initiative.Id]),
        new MailBlock.Button(texts["Bekijk en bevestig"], link),
        new MailBlock.Paragraph(texts["Bevestig het ook in de mail die wij naar uw oude adres stuurden. Leest u daar geen mail meer? Bel ons: {0}.", policy.Municipality.Phone]),
        new MailBlock.Paragraph(
            texts["U heeft hier {0} voor. Heeft u dit niet gevraagd? Dan hoeft u niets te doen. Er verandert dan niets.", policy.Terms.ConfirmEmail]));

    /// <summary>To the old address, without saying what the new one is.</summary>
    public MailMessage ToOldAddress(Initiative initiative, Uri disown) => new(
        texts["Uw e-mailadres is gewijzigd voor initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["Voor uw initiatief \"{0}\" geldt nu een ander e-mailadres. Wij mailen u voortaan daar. Met onze mails aan dit adres kan niemand uw pagina nog openen.", initiative.Title]),
        new MailBlock.Button(texts["Dit was ik niet"], disown) { IsSecondary = true },
        new MailBlock.Paragraph(
            texts["Heeft u dit niet zelf gedaan? Druk dan op de knop, of bel of mail ons meteen: {0}, {1}.", policy.Municipality.Phone, policy.Municipality.Email]));

    /// <summary>To the new address, now that it counts.</summary>
    public MailMessage ToNewAddress(Initiative initiative, Uri link) => new(
        texts["Uw nieuwe e-mailadres is bevestigd voor initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["Wij mailen u voortaan op dit adres over \"{0}\". Met de knop hieronder komt u op uw eigen pagina.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    /// <summary>To the address that was and stays, after the coordinator put something else right.</summary>
    public MailMessage Corrected(Initiative initiative, IReadOnlyList<ContactDifference> differences, Uri disown) => new(
        texts["Wij hebben uw gegevens verbeterd voor initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["De coördinator heeft dit gewijzigd voor uw initiatief \"{0}\":", initiative.Title]),
        FactsOf(differences),
        new MailBlock.Button(texts["Dit was ik niet"], disown) { IsSecondary = true },
        new MailBlock.Paragraph(
            texts["Heeft u hier niet om gevraagd? Druk dan op de knop, of bel of mail ons meteen: {0}, {1}.", policy.Municipality.Phone, policy.Municipality.Email]));

    /// <summary>To the applicant whose change was stopped: the links from before work no more.</summary>
    public MailMessage Stopped(Initiative initiative, Uri link) => new(
        texts["De wijziging van uw gegevens gaat niet door: initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["U meldde dat u de wijziging voor \"{0}\" niet zelf heeft gevraagd. Er verandert niets. Iemand anders kon misschien uw pagina openen, met een mail van ons. Met eerdere mails kan dat niet meer. Hiermee wel:", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    /// <summary>To the coordinator: the applicant says that a change is not theirs.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="counted">What of it counted already.</param>
    /// <param name="link">To the page of the case.</param>
    public static MailMessage Disowned(Initiative initiative, IReadOnlyList<ContactChanged> counted, Uri link) => new(
        $"Dit was ik niet: gegevens van {initiative.InSubject}",
        [
            new MailBlock.Paragraph(
                "Iemand vroeg om gegevens van de aanvrager te wijzigen. Op het adres van de aanvrager is gemeld: dit was ik niet. Misschien kan iemand anders de pagina van de aanvrager openen, met een mail die is doorgestuurd."),
            .. counted.Count == 0
                ? new MailBlock[] { new MailBlock.Paragraph("De wijziging is gestopt. Er is niets veranderd. Bel de aanvrager om na te gaan wat er gebeurde.") }
                :
                [
                    new MailBlock.Paragraph("Dit gold al. Betaal niets uit voordat u de aanvrager heeft gesproken, en verbeter het op de pagina van de zaak."),
                    FactsOf(counted),
                ],
            new MailBlock.Button("Open de zaak", link),
        ]);

    /// <summary>To the coordinator: something changed after the money was granted.</summary>
    public static MailMessage AfterGrant(Initiative initiative, IReadOnlyList<ContactChanged> counted, Uri link) => new(
        $"Gegevens gewijzigd na de toekenning: {initiative.InSubject}",
        new MailBlock.Paragraph("De gegevens van de aanvrager zijn gewijzigd nadat het geld was toegekend. Is het nog niet betaald? Bel de aanvrager dan voordat u laat uitbetalen."),
        FactsOf(counted),
        new MailBlock.Button("Open de zaak", link));

    private static MailBlock.Facts FactsOf(IReadOnlyList<ContactChanged> counted) =>
        new([.. counted.Select(part => new Fact(ContactWords.Heading(part), ContactWords.FromTo(part.From, part.To)))]);

    private MailBlock.Facts FactsOf(IReadOnlyList<ContactDifference> differences) => new([.. differences.Select(part => new Fact(
        part.Part switch
        {
            ContactPart.Name => texts["Naam"],
            ContactPart.Email => texts["E-mailadres"],
            ContactPart.Phone => texts["Telefoon"],
            _ => throw new UnreachableException(),
        },
        texts["van {0} naar {1}", part.From ?? texts["niets"].Value, part.To ?? texts["niets"].Value]))]);
}
