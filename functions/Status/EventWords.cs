using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>What happened to an application, in plain words.</summary>
public static class EventWords
{
    public static string Of(InitiativeEventKind kind, IStringLocalizer<Texts> texts) => kind switch
    {
        InitiativeEventKind.Drafted => texts["U heeft het formulier ingevuld."],
        InitiativeEventKind.Submitted => texts["U heeft de aanvraag verstuurd."],
        InitiativeEventKind.ReviewOpened => texts["Een professional is gevraagd om te beslissen."],
        InitiativeEventKind.ReviewEscalated => texts["De coördinator is gevraagd om te beslissen."],
        InitiativeEventKind.ReviewerChanged => texts["Iemand anders is gevraagd om te beslissen."],
        InitiativeEventKind.InvolvementNoted => texts["Iemand van de gemeente werkt niet meer mee aan de beoordeling."],
        InitiativeEventKind.Voted => texts["Een van de professionals heeft beslist."],
        InitiativeEventKind.Approved => texts["De professional wil toekennen."],
        InitiativeEventKind.QuestionPut => texts["De professional heeft een vraag."],
        InitiativeEventKind.QuestionAsked => texts["Wij hebben u iets gevraagd."],
        InitiativeEventKind.QuestionSent => texts["Wij hebben u de vraag gemaild."],
        InitiativeEventKind.QuestionNotSent => texts["Wij konden u de vraag niet mailen."],
        InitiativeEventKind.QuestionAnswered => texts["U heeft geantwoord."],
        InitiativeEventKind.QuestionExpired => texts["De tijd om te antwoorden was voorbij."],
        InitiativeEventKind.Declined => texts["De professional wil afwijzen."],
        InitiativeEventKind.Reserved => texts["Er is geld gereserveerd."],
        InitiativeEventKind.PutOnWaitingList => texts["De aanvraag kwam op de wachtlijst."],
        InitiativeEventKind.TermExtended => texts["Wij hebben de termijn verlengd."],
        InitiativeEventKind.DefaultNoticeReceived => texts["U schreef ons dat wij te laat zijn (ingebrekestelling)."],
        InitiativeEventKind.CouncilWindowOpened => texts["De gemeenteraad kon meekijken."],
        InitiativeEventKind.CalledIn => texts["Een raadslid wilde de aanvraag bespreken."],
        InitiativeEventKind.CouncilWindowClosed => texts["De tijd om mee te kijken was voorbij."],
        InitiativeEventKind.CouncilAsked => texts["De aanvraag kwam op de agenda van de gemeenteraad."],
        InitiativeEventKind.CouncilGranted => texts["De gemeenteraad wil toekennen."],
        InitiativeEventKind.CouncilDeclined => texts["De gemeenteraad wil afwijzen."],
        InitiativeEventKind.Granted => texts["Wij hebben de aanvraag toegekend."],
        InitiativeEventKind.Rejected => texts["Wij hebben de aanvraag afgewezen."],
        InitiativeEventKind.SetAside => texts["Wij hebben besloten de aanvraag niet te behandelen."],
        InitiativeEventKind.Withdrawn => texts["U heeft de aanvraag ingetrokken."],
        InitiativeEventKind.LetterSent => texts["Wij hebben u de brief gestuurd."],
        InitiativeEventKind.LeftToDesk => texts["Er was niet op tijd een besluit. De coördinator nam het over."],
        InitiativeEventKind.MailRefused => texts["Een mail kon niet worden bezorgd."],
        InitiativeEventKind.ContactChanged => texts["U heeft uw gegevens gewijzigd."],
        InitiativeEventKind.EmailChangeAsked => texts["U heeft een ander e-mailadres opgegeven."],
        InitiativeEventKind.EmailChanged => texts["U heeft het nieuwe e-mailadres bevestigd."],
        InitiativeEventKind.MailPreferenceChanged => texts["U heeft gekozen welke mails u wilt."],
        _ => throw new UnreachableException(),
    };
}
