using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.Confirming;
using Initiatiefloket.Contact;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Desk;
using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Review;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Council;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Worklist;

namespace Initiatiefloket.Tests.Mail;

/// <summary>One of each mail that is composed apart from the step that sends it.</summary>
internal static class Mails
{
    public static Uri Link { get; } = new("https://loket.example/beoordelen/AbC-_123456789012345678");

    private static ReviewQuestionMails Questions => new(AppTexts.Localizer);

    private static CouncilNewsMails News => new(AppTexts.Localizer);

    private static ContactMails Contact => new(AppTexts.Localizer, Cases.Policy);

    private static MoreTimeMails MoreTime => new(AppTexts.Localizer, Cases.Policy);

    private static Initiative Told => Cases.InReview with
    {
        Clock = OrdinanceClocks.Of("2026-03-02", ExtensionBasis.ToldOnly) with { Extension = Term.Parse("2 weken"), ExtendedOn = new DateOnly(2026, 4, 20) },
    };

    private static ClosingMails Closing => new(AppTexts.Localizer, Cases.Policy);

    private static TimeRequest AskedBy(Actor person) =>
        new(1, person, Cases.AskedAt, new DateOnly(2026, 5, 20), "De zaal is dan weer open.", Cases.AskedAt.AddDays(7));

    private static CouncilQuestion Asked => new(1, "raadslid-1", "Hoe vaak kookt de groep?", Cases.AskedAt, new DateOnly(2026, 3, 12), Cases.Reviewer);

    private static Recipient Truus => new(Cases.Applicant.Name, Cases.Applicant.Email);

    public static IReadOnlyDictionary<string, MailMessage> All { get; } = With(Link);

    /// <summary>The same mails where the policy forbids links.</summary>
    public static IReadOnlyDictionary<string, MailMessage> WithCodes { get; } = With(new CodeAddress(new Uri("https://loket.example/code"), "K7M4PQ2X9RTB"));

    private static Dictionary<string, MailMessage> With(Uri link) => new()
    {
        ["invitation"] = ReviewMails.Invitation(ReviewOn(Cases.ReceivedAt), link),
        ["reminder"] = ReviewMails.Reminder(ReviewOn(Cases.ReceivedAt.AddDays(10)), link),
        ["escalation"] = EscalationMails.Decide(ReviewOn(Cases.ReceivedAt.AddDays(20)) with { Person = Actor.Coordinator }, isLast: false, link),
        ["escalation-last"] = EscalationMails.Decide(ReviewOn(Cases.ReceivedAt.AddDays(20)) with { Person = Actor.Coordinator }, isLast: true, link),
        ["escalation-too-late"] = EscalationMails.Decide(ReviewOn(Cases.ReceivedAt.AddDays(80)) with { Person = Actor.Coordinator }, isLast: false, link),
        ["find-somebody"] = EscalationMails.FindSomebody(Involved, isLast: false, link),
        ["find-somebody-last"] = EscalationMails.FindSomebody(Involved, isLast: true, link),
        ["find-somebody-nobody"] = EscalationMails.FindSomebody(
            Involved with { Initiative = Cases.InReview with { Panel = new Panel { Seats = [Actor.Coordinator], InvolvedOthers = [Actor.Coordinator] } } }, isLast: false, link),
        ["reminder-escalated"] = EscalationMails.ToSilent(ReviewOn(Cases.ReceivedAt.AddDays(20)), isLast: false, link),
        ["reminder-escalated-last"] = EscalationMails.ToSilent(ReviewOn(Cases.ReceivedAt.AddDays(20)), isLast: true, link),
        ["replaced"] = ReviewMails.Replaced(ReviewOn(Cases.ReceivedAt.AddDays(12)), "Youssef Amrani", link),
        ["overview"] = OverviewPost.Compose(link),
        ["undelivered"] = UndeliveredMails.OfCase(Cases.InReview, MailKind.Receipt, Truus, link),
        ["undelivered-decision"] = UndeliveredMails.OfCase(Cases.InReview, MailKind.Decision, Truus, link),
        ["undelivered-digest"] = UndeliveredMails.OfNoCase(MailKind.CouncilDigest, Truus),
        ["released"] = ReviewMails.Released(ReviewOn(Cases.ReceivedAt.AddDays(3)), "Youssef Amrani", link),
        ["question"] = Questions.Question(Cases.Questioned, intention: null, link),
        ["intention"] = Questions.Question(
            Cases.Questioned.With((Cases.VerdictOf(VerdictKind.Decline) with { HearingCodes = ["accounting"] }).AsIntention()), Cases.LetterOf(LetterKind.Intention), link),
        ["question-reminder"] = Questions.Reminder(Cases.Questioned, link),
        ["council"] = CouncilMails.Notification(Cases.CouncilWindow, Cases.Policy, Today, link),
        ["council-question"] = CouncilQuestionMails.Asked(Cases.CouncilWindow, Asked, Cases.Policy, link),
        ["council-question-reminder"] = CouncilQuestionMails.Reminder(Cases.CouncilWindow, Asked, Cases.Policy, link),
        ["council-question-late"] = CouncilQuestionMails.Late(Cases.CouncilWindow, Asked, Cases.Policy, link),
        ["council-answer"] = CouncilQuestionMails.Answered(Cases.CouncilWindow, Asked with { Answer = "Zes keer.", AnsweredBy = Cases.Reviewer, AnsweredAt = Cases.AskedAt }, Cases.Policy, link),
        ["council-overview"] = OverviewPost.ComposeForCouncil(link),
        ["agenda"] = CouncilMails.Agenda(Cases.CouncilDecides, Cases.Policy, Today, link),
        ["agenda-regie"] = CouncilMails.Agenda(Cases.CouncilDecides with { CalledInBy = [] }, Cases.Policy, Today, link),
        ["agenda-reminder"] = CouncilMails.AgendaReminder(Cases.CouncilDecides, Cases.Policy, Today, link),
        ["agenda-last-reminder"] = CouncilMails.LastAgendaReminder(Cases.CouncilDecides, Cases.Policy, Today, link),
        ["answers-received"] = Questions.Received(Cases.InReview, link),
        ["council-window"] = News.Window(Cases.CouncilWindow, link),
        ["council-to-applicant"] = News.Agenda(Cases.CouncilDecides, link),
        ["new-address"] = Contact.Confirm(Cases.InReview, link),
        ["old-address"] = Contact.ToOldAddress(Cases.InReview, link),
        ["contact-asked"] = Contact.Asked(Cases.InReview, Cases.Applicant, Wanted, new TwoLinks(link, link)),
        ["contact-corrected"] = Contact.Corrected(Cases.InReview, Wanted.DifferencesFrom(Cases.Applicant), link),
        ["contact-stopped"] = Contact.Stopped(Cases.InReview, link),
        ["contact-disowned"] = ContactMails.Disowned(Cases.InReview, [], link),
        ["contact-disowned-late"] = ContactMails.Disowned(Cases.InReview, Changed.Changes.Counted, link),
        ["contact-after-grant"] = ContactMails.AfterGrant(Cases.In(InitiativeState.Granted), Changed.Changes.Counted, link),
        ["new-address-confirmed"] = Contact.ToNewAddress(Cases.InReview, link),
        ["withdrawn"] = Closing.Withdrawn(Cases.In(InitiativeState.Withdrawn), link),
        ["withdrawn-reviewer"] = Closing.WithdrawnToReviewer(Cases.In(InitiativeState.Withdrawn)),
        ["withdrawn-off-agenda"] = Closing.OffTheAgenda(Cases.In(InitiativeState.Withdrawn)),
        ["left-to-desk"] = Closing.LeftToDesk(Cases.In(InitiativeState.LeftToDesk), link),
        ["left-to-coordinator"] = ClosingMails.LeftToCoordinator(Cases.In(InitiativeState.LeftToDesk), link),
        ["award"] = Decision(InitiativeState.Granted, LetterKind.Award, link),
        ["refusal"] = Decision(InitiativeState.Rejected, LetterKind.Refusal, link),
        ["set-aside"] = Decision(InitiativeState.SetAside, LetterKind.SetAside, link),
        ["payment"] = AwardMails.Payment(
            Cases.In(InitiativeState.Granted),
            Known with { Applicant = Cases.Applicant with { Phone = null } },
            new Allocation([new FundShare("wmo", Euro.Whole(3000)), new FundShare("jeugdwet", Euro.Whole(500))]),
            Cases.Policy,
            Cases.AskedAt),
        ["payment-after-change"] = AwardMails.Payment(
            Cases.In(InitiativeState.Granted),
            Changed with { Changes = Changed.Changes.Ask(Wanted).Disown(1) },
            new Allocation([new FundShare("wmo", Euro.Whole(3000))]),
            Cases.Policy,
            Cases.AskedAt),
        ["term-extended"] = new ExtensionMails(AppTexts.Localizer, Cases.Policy).Extended(Cases.InReview, "Wij wachten op een advies.", LocalTime.DayOf(Cases.ReceivedAt), link),
        ["term-told"] = new ExtensionMails(AppTexts.Localizer, Cases.Policy).Extended(Told, "Wij wachten op een advies.", LocalTime.DayOf(Cases.ReceivedAt), link),
        ["more-time"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Coordinator) }, link),
        ["more-time-wanted"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Applicant) }, link),
        ["more-time-given"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Coordinator) with { Answer = TimeAnswer.Agreed } }, link),
        ["more-time-not-given"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Coordinator) with { Answer = TimeAnswer.Declined } }, link),
        ["more-time-got"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Applicant) with { Answer = TimeAnswer.Agreed } }, link),
        ["more-time-not-got"] = MoreTime.Compose(Cases.InReview with { TimeRequest = AskedBy(Actor.Applicant) with { Answer = TimeAnswer.Declined } }, link),
        ["invitation-unanswered"] = ReviewMails.Invitation(
            ReviewOn(Cases.ReceivedAt.AddDays(25)) with { Initiative = Cases.Questioned with { State = InitiativeState.InReview, WaitsUntil = null, Round = 2 } }, link),
        ["unscannable"] = UnscannableMail.Compose(Cases.InReview, "Begroting.pdf", link),
        ["stuck"] = StuckMail.Compose(Cases.InReview, Cases.Policy, LocalTime.DayOf(Cases.ReceivedAt), link),
        ["deadline"] = DeadlineMails.ToReviewer(ReviewOn(Cases.ReceivedAt.AddDays(50)), link),
        ["deadline-too-late"] = DeadlineMails.ToReviewer(ReviewOn(Cases.ReceivedAt.AddDays(80)), link),
        ["deadlines"] = DeadlineMails.ToCoordinator(
            [.. Enum.GetValues<InitiativeState>().Select(Cases.In).Where(initiative => initiative.Clock is not null).Select(initiative => DeadlineItemOf(initiative, link))],
            link,
            DeadlineDay,
            Cases.Policy),
        ["low-pot"] = LowPotMail.Compose(
            new PotBalance(2026, [new FundBalance("wmo", "Wmo", Euro.Whole(90000), Euro.Whole(20000), Euro.Whole(61000))]),
            [new MoneyAsked(Cases.Id, "reserve", Euro.Whole(12000), Cases.ReceivedAt), new MoneyAsked("BI-2", "reserve", Euro.Whole(3000), Cases.ReceivedAt)],
            Euro.Whole(25000),
            link),
        ["welcome"] = WelcomeTimer.Compose(link),
        ["confirm-code"] = ConfirmMails.Code(
            new DecisionToConfirm(new Link(LinkPurpose.Review, Cases.Id, Actor.Coordinator, 1, Cases.ReceivedAt), "name", "form", "Toekennen: € 4.000"),
            "123456",
            Cases.ReceivedAt.AddMinutes(15)),
        ["advice-asked"] = AdviceMails.Asked(Cases.InReview, Given, "Ellen Kamphuis", Cases.Policy, link),
        ["advice-given"] = AdviceMails.Given(Cases.InReview, Given, "Gerda Nijhuis", askedBy: null, link),
        ["advice-given-to-successor"] = AdviceMails.Given(Cases.InReview, Given, "Gerda Nijhuis", "Ellen Kamphuis", link),
        ["advice-declined"] = AdviceMails.Declined(Cases.InReview, "Gerda Nijhuis", link),
        ["choices"] = new MailMessage(
            "Beslis over een initiatief",
            new MailBlock.Choices(
                new MailBlock.Button("Toekennen", link.WithChoice("toekennen")),
                new MailBlock.Button("Vraag stellen", link.WithChoice("vragen")),
                new MailBlock.Button("Afwijzen", link.WithChoice("afwijzen")))),
        ["digest"] = DigestMail.Compose(Editions.Of(link, Cases.CouncilWindow, [.. Enum.GetValues<InitiativeState>().Select(Cases.In)]), Cases.Policy),
        ["digest-nothing-to-do"] = DigestMail.Compose(Editions.Of(link, waiting: null, Cases.In(InitiativeState.Granted)), Cases.Policy),
    };

    private static ApplicantContact Known => new(Cases.Applicant, ContactChanges.None, "1");

    /// <summary>With another telephone number and address since receipt.</summary>
    private static ApplicantContact Changed => Known.Correct(Cases.Applicant with { Phone = "0541 123456", Email = "truus@ander.example" }, Cases.AskedAt);

    private static ContactChange Wanted => new(2, Cases.AskedAt, Cases.AskedAt.AddDays(3), Cases.AskedAt.AddDays(8)) { Name = "Truus de Vries", Email = "truus@nieuw.example" };

    private static Advice Given => new(1, Cases.Reviewer, Actor.Reviewer("zorg"), "Past dit bij de Wmo?", Cases.AskedAt) { Answer = "Ja, zeker.", AnsweredAt = Cases.AskedAt };

    /// <summary>To a coordinator who is involved, while the reviewer is silent.</summary>
    private static ReviewMailCase Involved => ReviewOn(Cases.ReceivedAt.AddDays(20)) with
    {
        Person = Actor.Coordinator,
        Initiative = Cases.InReview with { Panel = Cases.InReview.Panel with { InvolvedOthers = [Actor.Coordinator] } },
    };

    private static DateOnly Today => LocalTime.DayOf(Cases.AskedAt);

    /// <summary>What there is to press in a block.</summary>
    public static IEnumerable<MailBlock.Button> ButtonsOf(MailBlock block) => block switch
    {
        MailBlock.Button button => [button],
        MailBlock.Choices choices => choices.Buttons,
        _ => [],
    };

    public static ReviewMailCase ReviewOn(DateTimeOffset now) => new(Cases.InReview, Cases.Application, Cases.Applicant, Cases.Reviewer, Cases.Policy, new ManualClock(now));

    private static MailMessage Decision(InitiativeState state, LetterKind kind, Uri link) =>
        new AwardMails(AppTexts.Localizer).Decision(Cases.In(state), Cases.LetterOf(kind), link);

    private static DateOnly DeadlineDay => LocalTime.DayOf(Cases.ReceivedAt.AddDays(55));

    private static DeadlineItem DeadlineItemOf(Initiative initiative, Uri link) =>
        new(initiative, Deadline.Of(initiative, Cases.Policy, DeadlineDay), link);
}
