using Initiatiefloket.Awards;
using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Review;
using Initiatiefloket.Status;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;

namespace Initiatiefloket.Tests.Mail;

/// <summary>One of each mail that is composed apart from the step that sends it.</summary>
internal static class Mails
{
    public static Uri Link { get; } = new("https://loket.example/beoordelen/AbC-_123456789012345678");

    private static ReviewQuestionMails Questions => new(Texts.Of<ReviewTexts>());

    private static CouncilNewsMails News => new(Texts.Of<CouncilTexts>());

    private static ContactMails Contact => new(Texts.Of<StatusTexts>(), Cases.Policy);

    private static ClosingMails Closing => new(Texts.Of<StatusTexts>(), Cases.Policy);

    public static IReadOnlyDictionary<string, MailMessage> All { get; } = new Dictionary<string, MailMessage>
    {
        ["invitation"] = ReviewMails.Invitation(ReviewOn(Cases.ReceivedAt), Link),
        ["reminder"] = ReviewMails.Reminder(ReviewOn(Cases.ReceivedAt.AddDays(10)), Link),
        ["escalation"] = ReviewMails.Escalation(ReviewOn(Cases.ReceivedAt.AddDays(20)), Link),
        ["escalation-too-late"] = ReviewMails.Escalation(ReviewOn(Cases.ReceivedAt.AddDays(80)), Link),
        ["question"] = Questions.Question(Cases.Questioned, Link),
        ["question-reminder"] = Questions.Reminder(Cases.Questioned, Link),
        ["council"] = CouncilMails.Notification(Cases.CouncilWindow, Cases.Policy, Link),
        ["agenda"] = CouncilMails.Agenda(Cases.CouncilDecides, Cases.Policy, Link),
        ["agenda-regie"] = CouncilMails.Agenda(Cases.CouncilDecides with { CalledInBy = [] }, Cases.Policy, Link),
        ["agenda-reminder"] = CouncilMails.AgendaReminder(Cases.CouncilDecides, Cases.Policy, Link),
        ["answers-received"] = Questions.Received(Cases.InReview, Link),
        ["council-window"] = News.Window(Cases.CouncilWindow, Link),
        ["council-to-applicant"] = News.Agenda(Cases.CouncilDecides, Link),
        ["new-address"] = Contact.Confirm(Cases.InReview, Link),
        ["old-address"] = Contact.ToOldAddress(Cases.InReview),
        ["new-address-confirmed"] = Contact.ToNewAddress(Cases.InReview, Link),
        ["withdrawn"] = Closing.Withdrawn(Cases.In(InitiativeState.Withdrawn), Link),
        ["withdrawn-reviewer"] = Closing.WithdrawnToReviewer(Cases.In(InitiativeState.Withdrawn)),
        ["left-to-desk"] = Closing.LeftToDesk(Cases.In(InitiativeState.LeftToDesk), Link),
        ["left-to-coordinator"] = Closing.LeftToCoordinator(Cases.In(InitiativeState.LeftToDesk)),
        ["award"] = Decision(InitiativeState.Granted, LetterKind.Award),
        ["refusal"] = Decision(InitiativeState.Rejected, LetterKind.Refusal),
        ["set-aside"] = Decision(InitiativeState.SetAside, LetterKind.SetAside),
        ["payment"] = AwardMails.Payment(
            Cases.In(InitiativeState.Granted),
            Cases.Applicant with { Phone = null },
            new Allocation([new FundShare("wmo", Euro.Whole(3000)), new FundShare("jeugdwet", Euro.Whole(500))]),
            Cases.Policy),
        ["digest"] = DigestMail.Compose([.. Enum.GetValues<InitiativeState>().Select(DigestItemOf)], Cases.Policy),
    };

    public static ReviewMailCase ReviewOn(DateTimeOffset now) => new(Cases.InReview, Cases.Application, Cases.Policy, new ManualClock(now));

    private static MailMessage Decision(InitiativeState state, LetterKind kind) =>
        new AwardMails(Texts.Of<AwardsTexts>()).Decision(Cases.In(state), new DecisionCase(Cases.Id, kind), Link);

    private static DigestItem DigestItemOf(InitiativeState state) =>
        new(Cases.In(state), Cases.In(state).Verdicts.Count > 0 ? new Uri($"https://loket.example/meekijken/{state}") : null);
}
