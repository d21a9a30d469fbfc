using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The road of an application as the applicant sees it: what was done, where it stands, what comes.</summary>
internal static class StatusTimeline
{
    public static IEnumerable<TimelineStep> Of(
        Initiative initiative, IReadOnlyList<InitiativeEvent> events, string headline, Policy policy, IStringLocalizer<Texts> texts)
    {
        // Where the case stands is told last, with the day on which it came there.
        var opened = events.LastOrDefault(happened => happened.Kind == OpenerOf(initiative.State));
        var isListed = events.Any(happened => happened.Kind == InitiativeEventKind.PutOnWaitingList);
        foreach (var happened in events.Where(happened => happened != opened))
        {
            if (TitleOf(happened.Kind, isListed, texts) is { } title)
            {
                yield return new TimelineStep(title.Value, StepState.Done, LocalTime.DayOf(happened.At));
            }
        }

        yield return new TimelineStep(headline, StepState.Current, DayOf(initiative, opened));
        if (!initiative.IsClosed)
        {
            yield return new TimelineStep(
                texts["Besluit"], StepState.Next, initiative.Clock!.DecideBy(policy.WorkingDays), texts["Uiterlijk op deze dag."]);
        }
    }

    private static DateOnly? DayOf(Initiative initiative, InitiativeEvent? opened) =>
        opened is not null ? LocalTime.DayOf(opened.At) : initiative.Decision?.DecidedOn;

    /// <summary>The event with which a state begins; null where the event is a step of its own.</summary>
    private static InitiativeEventKind? OpenerOf(InitiativeState state) => state switch
    {
        InitiativeState.WaitingForApplicant => InitiativeEventKind.QuestionAsked,
        InitiativeState.WaitingList => InitiativeEventKind.PutOnWaitingList,
        InitiativeState.CouncilWindow => InitiativeEventKind.CouncilWindowOpened,
        InitiativeState.CouncilDecides => InitiativeEventKind.CouncilAsked,
        InitiativeState.Withdrawn => InitiativeEventKind.Withdrawn,
        InitiativeState.LeftToDesk => InitiativeEventKind.LeftToDesk,
        InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.Granted or InitiativeState.Rejected or InitiativeState.SetAside => null,
        InitiativeState.Draft or _ => throw new UnreachableException(),
    };

    private static LocalizedString? TitleOf(InitiativeEventKind kind, bool isListed, IStringLocalizer<Texts> texts) => kind switch
    {
        InitiativeEventKind.Submitted => texts["Aanvraag ontvangen"],
        InitiativeEventKind.QuestionAsked => texts["Vraag aan u"],
        InitiativeEventKind.QuestionAnswered => texts["U heeft geantwoord"],
        InitiativeEventKind.Approved => texts["De professional wil toekennen"],
        InitiativeEventKind.PutOnWaitingList => texts["Op de wachtlijst gezet"],
        InitiativeEventKind.PartOffered => texts["Een deel van het geld aangeboden"],
        InitiativeEventKind.PartAccepted => texts["U nam een deel aan"],
        InitiativeEventKind.PartDeclined => texts["U wilde geen deel"],
        InitiativeEventKind.Reserved when isListed => texts["Er is geld voor uw plan"],
        InitiativeEventKind.TermExtended => texts["Beslistermijn verlengd"],
        InitiativeEventKind.LaterDateTold => texts["Latere datum genoemd"],
        InitiativeEventKind.MoreTimeAgreed => texts["Meer tijd afgesproken"],
        InitiativeEventKind.CouncilWindowOpened => texts["De gemeenteraad keek mee"],
        InitiativeEventKind.CouncilAsked => texts["Op de agenda van de gemeenteraad"],
        InitiativeEventKind.CouncilGranted or InitiativeEventKind.CouncilDeclined => texts["De gemeenteraad heeft beslist"],
        InitiativeEventKind.TakenUp => texts["Weer in behandeling"],
        InitiativeEventKind.LetterPosted => texts["Brief per post verstuurd"],
        InitiativeEventKind.LaterDecision => texts["Nog een besluit"],
        InitiativeEventKind.ApplicationCorrected => texts["Tikfout in uw aanvraag verbeterd"],
        InitiativeEventKind.ContactChanged or InitiativeEventKind.EmailChanged or InitiativeEventKind.ContactCorrected => texts["Uw gegevens zijn gewijzigd"],
        InitiativeEventKind.Drafted or InitiativeEventKind.ReviewOpened or InitiativeEventKind.ReviewEscalated or InitiativeEventKind.ReviewerChanged
            or InitiativeEventKind.InvolvementNoted or InitiativeEventKind.Voted or InitiativeEventKind.QuestionPut or InitiativeEventKind.QuestionSent
            or InitiativeEventKind.SetAsideChosen or InitiativeEventKind.MoreTimeAsked or InitiativeEventKind.MoreTimeDeclined
            or InitiativeEventKind.MoreTimeTakenBack or InitiativeEventKind.MoreTimeLapsed or InitiativeEventKind.TalkNoted
            or InitiativeEventKind.QuestionNotSent or InitiativeEventKind.QuestionExpired or InitiativeEventKind.Declined or InitiativeEventKind.Reserved
            or InitiativeEventKind.DefaultNoticeReceived or InitiativeEventKind.CalledIn or InitiativeEventKind.CouncilWindowClosed
            or InitiativeEventKind.Granted or InitiativeEventKind.Rejected or InitiativeEventKind.SetAside or InitiativeEventKind.Withdrawn
            or InitiativeEventKind.LetterSent or InitiativeEventKind.LetterNotSent or InitiativeEventKind.LetterNotDelivered
            or InitiativeEventKind.LeftToDesk or InitiativeEventKind.MailRefused or InitiativeEventKind.MailNotDelivered
            or InitiativeEventKind.EmailChangeAsked or InitiativeEventKind.MailPreferenceChanged or InitiativeEventKind.Released
            or InitiativeEventKind.ReleaseTakenBack or InitiativeEventKind.ContactChangeAsked or InitiativeEventKind.ContactChangeEnded
            or InitiativeEventKind.ContactChangeDisowned or InitiativeEventKind.LetterMade or InitiativeEventKind.IntentionTold
            or InitiativeEventKind.CallInTakenBack or InitiativeEventKind.CouncilQuestionAsked or InitiativeEventKind.CouncilQuestionAnswered
            or InitiativeEventKind.DocumentReleased or InitiativeEventKind.DocumentReleaseTakenBack => null,
        _ => throw new UnreachableException(),
    };
}
