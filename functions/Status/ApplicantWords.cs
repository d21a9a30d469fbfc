using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>What happened to an application and what its applicant was mailed, in plain words.</summary>
public static class ApplicantWords
{
    /// <summary>What happened.</summary>
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
        InitiativeEventKind.SetAsideChosen => texts["De professional wil de aanvraag niet behandelen."],
        InitiativeEventKind.Reserved => texts["Er is geld gereserveerd."],
        InitiativeEventKind.PutOnWaitingList => texts["De aanvraag kwam op de wachtlijst."],
        InitiativeEventKind.PartOffered => texts["Wij boden u een deel van het bedrag aan."],
        InitiativeEventKind.PartAccepted => texts["U nam een deel van het bedrag aan."],
        InitiativeEventKind.PartDeclined => texts["U wilde geen deel van het bedrag."],
        InitiativeEventKind.TermExtended => texts["Wij hebben de termijn verlengd."],
        InitiativeEventKind.LaterDateTold => texts["Wij hebben u een latere datum genoemd."],
        InitiativeEventKind.MoreTimeAsked => texts["Er is om meer tijd gevraagd."],
        InitiativeEventKind.MoreTimeAgreed => texts["Er is meer tijd afgesproken."],
        InitiativeEventKind.MoreTimeDeclined => texts["De vraag om meer tijd is afgewezen."],
        InitiativeEventKind.MoreTimeTakenBack => texts["De vraag om meer tijd is ingetrokken."],
        InitiativeEventKind.MoreTimeLapsed => texts["De vraag om meer tijd is vervallen."],
        InitiativeEventKind.TalkNoted => texts["Er was een gesprek."],
        InitiativeEventKind.DefaultNoticeReceived => texts["U schreef ons dat wij te laat zijn (ingebrekestelling)."],
        InitiativeEventKind.CouncilWindowOpened => texts["De gemeenteraad kon meekijken."],
        InitiativeEventKind.CalledIn => texts["Een raadslid wilde de aanvraag bespreken."],
        InitiativeEventKind.CallInTakenBack => texts["Een raadslid wilde dat niet meer."],
        InitiativeEventKind.CouncilQuestionAsked => texts["Een raadslid stelde de professional een vraag."],
        InitiativeEventKind.CouncilQuestionAnswered => texts["Een raadslid kreeg antwoord op een vraag."],
        InitiativeEventKind.DocumentReleased => texts["Raadsleden kunnen een document van u lezen."],
        InitiativeEventKind.DocumentReleaseTakenBack => texts["Raadsleden kunnen een document van u niet meer lezen."],
        InitiativeEventKind.CouncilWindowClosed => texts["De tijd om mee te kijken was voorbij."],
        InitiativeEventKind.CouncilAsked => texts["De aanvraag kwam op de agenda van de gemeenteraad."],
        InitiativeEventKind.CouncilGranted => texts["De gemeenteraad wil toekennen."],
        InitiativeEventKind.CouncilDeclined => texts["De gemeenteraad wil afwijzen."],
        InitiativeEventKind.Granted => texts["Wij hebben de aanvraag toegekend."],
        InitiativeEventKind.Rejected => texts["Wij hebben de aanvraag afgewezen."],
        InitiativeEventKind.SetAside => texts["Wij hebben besloten de aanvraag niet te behandelen."],
        InitiativeEventKind.Withdrawn => texts["U heeft de aanvraag ingetrokken."],
        InitiativeEventKind.LetterSent => texts["Wij hebben u de brief gestuurd."],
        InitiativeEventKind.LetterNotSent => texts["Wij konden u de brief niet mailen."],
        InitiativeEventKind.LetterNotDelivered => texts["De mail met ons besluit kwam niet aan."],
        InitiativeEventKind.LetterPosted => texts["Wij hebben u de brief per post gestuurd."],
        InitiativeEventKind.LetterMade => texts["Wij hebben de brief gemaakt."],
        InitiativeEventKind.IntentionTold => texts["Wij schreven u dat wij van plan zijn om af te wijzen."],
        InitiativeEventKind.LaterDecision => texts["Wij hebben nog een besluit genomen."],
        InitiativeEventKind.LeftToDesk => texts["Er was niet op tijd een besluit. De coördinator nam het over."],
        InitiativeEventKind.TakenUp => texts["De coördinator nam uw aanvraag weer in behandeling."],
        InitiativeEventKind.MailRefused => texts["Een mail kon niet worden bezorgd."],
        InitiativeEventKind.MailNotDelivered => texts["Een mail kwam niet aan."],
        InitiativeEventKind.ContactChanged => texts["Uw gegevens zijn gewijzigd."],
        InitiativeEventKind.EmailChangeAsked => texts["U heeft een ander e-mailadres opgegeven."],
        InitiativeEventKind.EmailChanged => texts["U heeft het nieuwe e-mailadres bevestigd."],
        InitiativeEventKind.MailPreferenceChanged => texts["U heeft gekozen welke mails u wilt."],
        InitiativeEventKind.Released => texts["Buren kunnen de titel en het plan lezen."],
        InitiativeEventKind.ReleaseTakenBack => texts["Buren kunnen de titel en het plan niet meer lezen."],
        InitiativeEventKind.ContactChangeAsked => texts["Er is gevraagd om uw gegevens te wijzigen."],
        InitiativeEventKind.ContactChangeEnded => texts["Die wijziging van uw gegevens ging niet door."],
        InitiativeEventKind.ContactChangeDisowned => texts["U meldde dat een wijziging van uw gegevens niet van u kwam."],
        InitiativeEventKind.ApplicationCorrected => texts["De coördinator heeft een tikfout in uw aanvraag verbeterd."],
        InitiativeEventKind.ContactCorrected => texts["De coördinator heeft uw gegevens verbeterd."],
        _ => throw new UnreachableException(),
    };

    /// <summary>What a letter is, as the link to it says.</summary>
    public static string Of(LetterKind kind, IStringLocalizer<Texts> texts) => kind switch
    {
        LetterKind.Award => texts["Brief: toekenning"],
        LetterKind.PartialAward => texts["Brief: toekenning van een deel"],
        LetterKind.SettledAward => texts["Brief: toekenning, meteen vastgesteld"],
        LetterKind.Refusal => texts["Brief: afwijzing"],
        LetterKind.SetAside => texts["Brief: aanvraag niet behandeld"],
        LetterKind.Settlement => texts["Brief: vaststelling van het bedrag"],
        LetterKind.Intention => texts["Brief: voornemen om af te wijzen"],
        LetterKind.Amendment => texts["Brief: wijziging"],
        LetterKind.Revocation => texts["Brief: intrekking"],
        LetterKind.Recovery => texts["Brief: terugbetalen"],
        LetterKind.PenaltyDecision => texts["Brief: dwangsom"],
        LetterKind.ObjectionDecision => texts["Brief: besluit op uw bezwaar"],
        _ => throw new UnreachableException(),
    };

    /// <summary>What a mail to the applicant was about, and whether it could not be delivered or is not known to have gone out.</summary>
    public static string Of(SentMail mail, IStringLocalizer<Texts> texts) => mail.Fate switch
    {
        MailFate.Offered => texts["{0} (nog onderweg)", Of(mail.Kind, texts)],
        MailFate.Refused or MailFate.Blocked or MailFate.Dropped or MailFate.Bounced => texts["{0} (niet bezorgd)", Of(mail.Kind, texts)],
        MailFate.Taken or MailFate.Delayed or MailFate.Delivered or MailFate.ReportedAsSpam => Of(mail.Kind, texts),
        _ => throw new UnreachableException(),
    };

    private static string Of(MailKind? kind, IStringLocalizer<Texts> texts) => kind switch
    {
        MailKind.ConfirmApplication => texts["Bevestig uw aanvraag"],
        MailKind.Receipt => texts["Wij hebben uw aanvraag ontvangen"],
        MailKind.Question => texts["Vraag over uw aanvraag"],
        MailKind.QuestionReminder => texts["Herinnering aan onze vraag"],
        MailKind.AnswersReceived => texts["Wij hebben uw antwoord ontvangen"],
        MailKind.WaitingList => texts["Uw aanvraag staat op de wachtlijst"],
        MailKind.PartOffered => texts["Wilt u een deel van het geld?"],
        MailKind.TermExtended => texts["Wij hebben meer tijd nodig"],
        MailKind.MoreTime => texts["Meer tijd voor uw aanvraag"],
        MailKind.CouncilWindow => texts["De gemeenteraad kijkt mee"],
        MailKind.CouncilAgenda => texts["De gemeenteraad bespreekt uw aanvraag"],
        MailKind.Decision => texts["Besluit over uw aanvraag"],
        MailKind.Withdrawn => texts["U heeft uw aanvraag ingetrokken"],
        MailKind.LeftToDesk => texts["Ons besluit is te laat"],
        MailKind.NewLink => texts["Een nieuwe link"],
        MailKind.AddressChanged => texts["Uw e-mailadres is gewijzigd"],
        MailKind.ContactChange => texts["Wijziging van uw gegevens"],

        // Sent before mails had a kind.
        null => texts["Mail over uw aanvraag"],

        // These go to others, or to an address of which nobody knows yet whether it is the applicant's.
        MailKind.ConfirmNewAddress or MailKind.UnsentForm or MailKind.Support or MailKind.Invitation or MailKind.CouncilDigest
            or MailKind.Overview or MailKind.DeadlineList or MailKind.ToProfessional or _ => throw new UnreachableException(),
    };
}
