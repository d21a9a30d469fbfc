using System.Diagnostics;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Desk;

/// <summary>The audit trail, and how a case ended, in plain words for the coordinator.</summary>
public static class CoordinatorWords
{
    /// <summary>What happened.</summary>
    public static string Of(InitiativeEventKind kind) => kind switch
    {
        InitiativeEventKind.Drafted => "Het formulier is ingevuld.",
        InitiativeEventKind.Submitted => "De aanvraag is ontvangen.",
        InitiativeEventKind.ReviewOpened => "Er is gevraagd om te beslissen.",
        InitiativeEventKind.ReviewEscalated => "De coördinator is gevraagd om te beslissen.",
        InitiativeEventKind.ReviewerChanged => "Een plaats is overgedragen.",
        InitiativeEventKind.InvolvementNoted => "Iemand die geen plaats heeft, is betrokken bij het initiatief.",
        InitiativeEventKind.Voted => "Een van de professionals heeft beslist.",
        InitiativeEventKind.Approved => "Het advies is: toekennen.",
        InitiativeEventKind.QuestionPut => "Er is een vraag voor de aanvrager.",
        InitiativeEventKind.QuestionAsked => "De vraag gaat naar de aanvrager.",
        InitiativeEventKind.QuestionSent => "De vraag is aan de aanvrager gemaild.",
        InitiativeEventKind.QuestionNotSent => "De vraag kon niet worden gemaild. Daarom staat de termijn niet stil.",
        InitiativeEventKind.QuestionAnswered => "De aanvrager heeft geantwoord.",
        InitiativeEventKind.QuestionExpired => "De tijd om te antwoorden was voorbij.",
        InitiativeEventKind.Declined => "Het advies is: afwijzen.",
        InitiativeEventKind.SetAsideChosen => "Het advies is: buiten behandeling stellen.",
        InitiativeEventKind.Reserved => "Er is geld gereserveerd.",
        InitiativeEventKind.PutOnWaitingList => "De aanvraag kwam op de wachtlijst. De termijn is verlengd, als dat nog kon.",
        InitiativeEventKind.PartOffered => "Een deel van het bedrag is aangeboden.",
        InitiativeEventKind.PartAccepted => "De aanvrager neemt dat deel aan.",
        InitiativeEventKind.PartDeclined => "De aanvrager wil dat deel niet.",
        InitiativeEventKind.TermExtended => "De termijn is verlengd.",
        InitiativeEventKind.LaterDateTold => "De aanvrager is een latere datum genoemd. De wettelijke termijn bleef gelijk.",
        InitiativeEventKind.MoreTimeAsked => "Er is om meer tijd gevraagd.",
        InitiativeEventKind.MoreTimeAgreed => "Er is meer tijd afgesproken. De termijn staat stil tot en met de dag die erbij staat.",
        InitiativeEventKind.MoreTimeDeclined => "De vraag om meer tijd is afgewezen.",
        InitiativeEventKind.MoreTimeTakenBack => "De vraag om meer tijd is ingetrokken.",
        InitiativeEventKind.MoreTimeLapsed => "Op de vraag om meer tijd kwam geen antwoord. Zij is vervallen.",
        InitiativeEventKind.TalkNoted => "Er was een gesprek. De termijn loopt door.",
        InitiativeEventKind.DefaultNoticeReceived => "De aanvrager heeft de gemeente in gebreke gesteld.",
        InitiativeEventKind.CouncilWindowOpened => "Raadsleden konden meekijken.",
        InitiativeEventKind.CalledIn => "Een raadslid wil de aanvraag in de raad bespreken.",
        InitiativeEventKind.CallInTakenBack => "Een raadslid trok dat verzoek in.",
        InitiativeEventKind.CouncilQuestionAsked => "Een raadslid vroeg de professional iets.",
        InitiativeEventKind.CouncilQuestionAnswered => "Een vraag van een raadslid is beantwoord.",
        InitiativeEventKind.DocumentReleased => "Raadsleden kunnen een document lezen.",
        InitiativeEventKind.DocumentReleaseTakenBack => "Raadsleden kunnen een document niet meer lezen.",
        InitiativeEventKind.CouncilWindowClosed => "De tijd om mee te kijken was voorbij.",
        InitiativeEventKind.CouncilAsked => "De aanvraag kwam op de agenda van de raad.",
        InitiativeEventKind.CouncilGranted => "De raad wil toekennen.",
        InitiativeEventKind.CouncilDeclined => "De raad wil afwijzen.",
        InitiativeEventKind.Granted => "De aanvraag is toegekend.",
        InitiativeEventKind.Rejected => "De aanvraag is afgewezen.",
        InitiativeEventKind.SetAside => "De aanvraag is buiten behandeling gesteld.",
        InitiativeEventKind.Withdrawn => "De aanvraag is ingetrokken.",
        InitiativeEventKind.LetterSent => "De brief is verstuurd.",
        InitiativeEventKind.LetterNotSent => "De brief kon niet worden gemaild. Het besluit is daarmee niet bekendgemaakt.",
        InitiativeEventKind.LetterNotDelivered => "De mail met het besluit is niet aangekomen.",
        InitiativeEventKind.LetterPosted => "De brief is per post verstuurd.",
        InitiativeEventKind.LetterMade => "De brief is gemaakt en vastgelegd.",
        InitiativeEventKind.IntentionTold => "De aanvrager mag eerst reageren op het voornemen om af te wijzen.",
        InitiativeEventKind.LaterDecision => "Er is nog een besluit genomen.",
        InitiativeEventKind.LeftToDesk => "Niemand besliste. De zaak is aan de coördinator overgelaten.",
        InitiativeEventKind.TakenUp => "Het loket pakte de zaak weer op.",
        InitiativeEventKind.MailRefused => "Een mail kon niet worden bezorgd.",
        InitiativeEventKind.MailNotDelivered => "Een mail is niet aangekomen.",
        InitiativeEventKind.ContactChanged => "De gegevens van de aanvrager zijn gewijzigd.",
        InitiativeEventKind.EmailChangeAsked => "De aanvrager heeft een ander e-mailadres opgegeven.",
        InitiativeEventKind.EmailChanged => "Het nieuwe e-mailadres is bevestigd.",
        InitiativeEventKind.MailPreferenceChanged => "De aanvrager heeft gekozen welke mails hij of zij wil.",
        InitiativeEventKind.Released => "Buren kunnen de titel en het plan lezen.",
        InitiativeEventKind.ReleaseTakenBack => "Buren kunnen de titel en het plan niet meer lezen.",
        InitiativeEventKind.ContactChangeAsked => "Via de pagina van de aanvrager is gevraagd om gegevens te wijzigen.",
        InitiativeEventKind.ContactChangeEnded => "Die wijziging van gegevens ging niet door.",
        InitiativeEventKind.ContactChangeDisowned => "De aanvrager meldde dat een wijziging van gegevens niet van hem of haar kwam.",
        InitiativeEventKind.ApplicationCorrected => "Een tikfout in de aanvraag is verbeterd.",
        InitiativeEventKind.ContactCorrected => "De gegevens van de aanvrager zijn bij het loket verbeterd.",
        _ => throw new UnreachableException(),
    };

    /// <summary>How a case ended.</summary>
    public static string EndingOf(InitiativeState state) => state switch
    {
        InitiativeState.Granted => "Toegekend",
        InitiativeState.Rejected => "Afgewezen",
        InitiativeState.SetAside => "Buiten behandeling gesteld",
        InitiativeState.Withdrawn => "Ingetrokken door de aanvrager",
        InitiativeState.LeftToDesk => "Niemand besliste. U kunt de zaak weer oppakken en alsnog beslissen.",
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.WaitingForApplicant or InitiativeState.WaitingList
            or InitiativeState.CouncilWindow or InitiativeState.CouncilDecides or _ => throw new UnreachableException(),
    };

    /// <summary>What belongs to it, in words; null when there is nothing to add, or when a vote is still sealed.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="view">The case.</param>
    public static string? NoteOf(InitiativeEvent happened, DeskView view) => happened.Kind switch
    {
        InitiativeEventKind.ReviewOpened when happened.Note?.Split("; ") is [var seats, .. var more] =>
            string.Join(". ", [NamesOf(seats, view), .. more.Select(part => VacantOf(part) ?? HandOverOf(part, view))]),
        InitiativeEventKind.MailRefused or InitiativeEventKind.MailNotDelivered when happened.Note is { } people => NamesOf(people, view),
        InitiativeEventKind.InvolvementNoted when happened.Note?.Split(": ") is [var how, var person] => InvolvedInWords(Enum.Parse<InvolvedAs>(how), view.NameOf(Actor.Read(person))),
        InitiativeEventKind.ReviewerChanged => HandOverOf(happened.Note, view),
        InitiativeEventKind.Voted when view.Initiative.IsSealed => null,
        InitiativeEventKind.Submitted or InitiativeEventKind.Voted or InitiativeEventKind.Approved or InitiativeEventKind.QuestionPut or InitiativeEventKind.Declined
            or InitiativeEventKind.SetAsideChosen or InitiativeEventKind.LaterDateTold or InitiativeEventKind.MoreTimeAsked
            or InitiativeEventKind.MoreTimeAgreed or InitiativeEventKind.TalkNoted or InitiativeEventKind.PartOffered
            or InitiativeEventKind.Reserved or InitiativeEventKind.TermExtended or InitiativeEventKind.DefaultNoticeReceived or InitiativeEventKind.LetterPosted
            or InitiativeEventKind.CouncilGranted or InitiativeEventKind.CouncilDeclined or InitiativeEventKind.Withdrawn
            or InitiativeEventKind.ContactCorrected or InitiativeEventKind.ApplicationCorrected or InitiativeEventKind.LetterMade or InitiativeEventKind.LaterDecision
            or InitiativeEventKind.CalledIn or InitiativeEventKind.CouncilQuestionAsked or InitiativeEventKind.CouncilQuestionAnswered
            or InitiativeEventKind.DocumentReleased or InitiativeEventKind.DocumentReleaseTakenBack => happened.Note,
        InitiativeEventKind.Drafted or InitiativeEventKind.ReviewOpened or InitiativeEventKind.ReviewEscalated
            or InitiativeEventKind.InvolvementNoted or InitiativeEventKind.QuestionAsked or InitiativeEventKind.QuestionSent
            or InitiativeEventKind.MoreTimeDeclined or InitiativeEventKind.MoreTimeTakenBack or InitiativeEventKind.MoreTimeLapsed
            or InitiativeEventKind.QuestionNotSent or InitiativeEventKind.QuestionAnswered or InitiativeEventKind.QuestionExpired
            or InitiativeEventKind.PutOnWaitingList or InitiativeEventKind.PartAccepted or InitiativeEventKind.PartDeclined or InitiativeEventKind.CouncilWindowOpened
            or InitiativeEventKind.CouncilWindowClosed or InitiativeEventKind.CouncilAsked or InitiativeEventKind.Granted
            or InitiativeEventKind.Rejected or InitiativeEventKind.SetAside or InitiativeEventKind.LetterSent or InitiativeEventKind.LetterNotSent
            or InitiativeEventKind.LetterNotDelivered or InitiativeEventKind.LeftToDesk or InitiativeEventKind.TakenUp or InitiativeEventKind.MailRefused
            or InitiativeEventKind.MailNotDelivered or InitiativeEventKind.ContactChanged or InitiativeEventKind.EmailChangeAsked
            or InitiativeEventKind.EmailChanged or InitiativeEventKind.MailPreferenceChanged or InitiativeEventKind.Released
            or InitiativeEventKind.ReleaseTakenBack or InitiativeEventKind.ContactChangeAsked or InitiativeEventKind.ContactChangeEnded
            or InitiativeEventKind.ContactChangeDisowned or InitiativeEventKind.IntentionTold or InitiativeEventKind.CallInTakenBack => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>"Ellen Kamphuis gaf de plaats aan Youssef Amrani: de coördinator wilde dat."</summary>
    public static string InWords(HandOver change, DeskView view) =>
        $"{view.NameOf(change.From)} gaf de plaats aan {view.NameOf(change.To)}: {WhyInWords(change.Why)}.{(change.Words is { } words ? $" \"{words}\"" : "")}";

    private static string? InvolvedInWords(InvolvedAs how, string name) => how switch
    {
        InvolvedAs.Said => null,
        InvolvedAs.Applicant => $"{name} is zelf de aanvrager.",
        InvolvedAs.Supporter => $"{name} steunt het initiatief.",
        _ => throw new UnreachableException(),
    };

    private static string NamesOf(string people, DeskView view) => people.Split(", ").Select(person => view.NameOf(Actor.Read(person))).ToList().JoinedWithAnd();

    private static string? HandOverOf(string? note, DeskView view) =>
        view.Initiative.Panel.HandOvers.FirstOrDefault(change => change.Note == note) is { } change ? InWords(change, view) : null;

    private static string? VacantOf(string part) => PanelAppointment.VacantIn(part) switch
    {
        null => null,
        1 => "Voor 1 plaats was er niemand.",
        var vacant => $"Voor {vacant} plaatsen was er niemand.",
    };

    private static string WhyInWords(HandOverReason why) => why switch
    {
        HandOverReason.Conflict => "betrokken bij het initiatief",
        HandOverReason.Absence => "afwezig",
        HandOverReason.Silence => "niet op tijd beslist",
        HandOverReason.Coordinator => "de coördinator wilde dat",
        HandOverReason.PassedOn => "zelf doorgegeven",
        _ => throw new UnreachableException(),
    };
}
