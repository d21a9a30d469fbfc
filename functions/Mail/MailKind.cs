using System.Diagnostics;

namespace Initiatiefloket.Mail;

/// <summary>What a mail is about. Its name is stored with the mail, so that people can be told later what they were sent.</summary>
public enum MailKind
{
    /// <summary>Asks the applicant to confirm the e-mail address, which sends the application.</summary>
    ConfirmApplication,

    /// <summary>The application was received (Awb 4:3a).</summary>
    Receipt,

    /// <summary>Asks the applicant something.</summary>
    Question,

    /// <summary>Reminds the applicant of a question.</summary>
    QuestionReminder,

    /// <summary>The applicant's answers arrived.</summary>
    AnswersReceived,

    /// <summary>There is no money now, so that the application waits.</summary>
    WaitingList,

    /// <summary>There is money for a part: does the applicant want it?</summary>
    PartOffered,

    /// <summary>The decision takes longer (Awb 4:14).</summary>
    TermExtended,

    /// <summary>The decision may take longer, if the applicant agrees; or what was said to the applicant's own wish for more time.</summary>
    MoreTime,

    /// <summary>The council looks along.</summary>
    CouncilWindow,

    /// <summary>The council decides.</summary>
    CouncilAgenda,

    /// <summary>The decision, whatever it is.</summary>
    Decision,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,

    /// <summary>Nobody decided in time.</summary>
    LeftToDesk,

    /// <summary>A link in place of one that died or was lost, to whoever had it.</summary>
    NewLink,

    /// <summary>Asks the applicant to confirm another address.</summary>
    ConfirmNewAddress,

    /// <summary>Tells the applicant, at the former and at the new address, that it was replaced.</summary>
    AddressChanged,

    /// <summary>Tells the applicant of a change of name, telephone number or address before it counts, or of one that the desk made.</summary>
    ContactChange,

    /// <summary>A form that is not sent yet, to whoever fills it in.</summary>
    UnsentForm,

    /// <summary>Asks a neighbour to confirm support.</summary>
    Support,

    /// <summary>Asks a reviewer to decide, or a council member to look along.</summary>
    Invitation,

    /// <summary>The council's digest of what changed.</summary>
    CouncilDigest,

    /// <summary>A link to all cases of a reviewer or the coordinator.</summary>
    Overview,

    /// <summary>The coordinator's list of cases that are late or nearly so.</summary>
    DeadlineList,

    /// <summary>Anything else to a reviewer, a council member or the coordinator.</summary>
    ToProfessional,
}

/// <summary>What a mail about a case is about, as the coordinator reads it.</summary>
public static class MailKindWords
{
    extension(MailKind kind)
    {
        /// <summary>A few words, such as "ontvangstbevestiging".</summary>
        public string InDutch => kind switch
        {
            MailKind.ConfirmApplication => "vraag om de aanvraag te bevestigen",
            MailKind.Receipt => "ontvangstbevestiging",
            MailKind.Question => "vraag aan de aanvrager",
            MailKind.QuestionReminder => "herinnering aan een vraag",
            MailKind.AnswersReceived => "bericht dat het antwoord er is",
            MailKind.WaitingList => "bericht over de wachtlijst",
            MailKind.PartOffered => "aanbod van een deel van het bedrag",
            MailKind.TermExtended => "bericht dat het besluit later komt",
            MailKind.MoreTime => "bericht over meer tijd",
            MailKind.CouncilWindow => "bericht dat de raad meekijkt",
            MailKind.CouncilAgenda => "bericht dat de raad beslist",
            MailKind.Decision => "besluit",
            MailKind.Withdrawn => "bericht dat de aanvraag is ingetrokken",
            MailKind.LeftToDesk => "bericht dat het besluit te laat is",
            MailKind.NewLink => "nieuwe link",
            MailKind.ConfirmNewAddress => "vraag om een nieuw e-mailadres te bevestigen",
            MailKind.AddressChanged => "bericht dat het e-mailadres is gewijzigd",
            MailKind.ContactChange => "bericht over een wijziging van gegevens",
            MailKind.Invitation => "vraag om te beslissen of mee te kijken",
            MailKind.CouncilDigest => "overzicht voor de raad",
            MailKind.Overview => "link naar alle zaken",
            MailKind.DeadlineList => "lijst van zaken met een termijn",
            MailKind.ToProfessional => "mail aan iemand die beslist of meekijkt",

            // These are about no case that anybody decides yet, or go to a neighbour.
            MailKind.UnsentForm or MailKind.Support or _ => throw new UnreachableException(),
        };
    }
}
