using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Status;

/// <summary>Where an application stands, in the applicant's words.</summary>
/// <param name="Headline">One line.</param>
/// <param name="Next">What happens next and by when.</param>
/// <param name="Steps">The road so far and what is still to come.</param>
public sealed record StatusStory(string Headline, string Next, IReadOnlyList<TimelineStep> Steps)
{
    /// <summary>Tells the story at a moment.</summary>
    public static StatusStory Of(Initiative initiative, Policy policy, DateTimeOffset now) =>
        new(HeadlineOf(initiative), NextOf(initiative, policy, now), [.. StepsOf(initiative, policy)]);

    private static string HeadlineOf(Initiative initiative) => initiative.State switch
    {
        InitiativeState.WaitingForApplicant => "Wij hebben een vraag aan u",
        InitiativeState.WaitingList => "Uw aanvraag staat op de wachtlijst",
        InitiativeState.CouncilWindow => "De gemeenteraad kijkt mee",
        InitiativeState.CouncilDecides => "De gemeenteraad beslist",
        InitiativeState.Granted => "U krijgt geld voor uw initiatief",
        InitiativeState.Rejected => "Uw aanvraag is afgewezen",
        InitiativeState.SetAside => "Wij behandelen uw aanvraag niet verder",
        InitiativeState.Withdrawn => "U heeft uw aanvraag ingetrokken",
        InitiativeState.LeftToDesk => "Ons besluit is te laat",
        _ => "Wij bekijken uw aanvraag",
    };

    private static string NextOf(Initiative initiative, Policy policy, DateTimeOffset now) => initiative.State switch
    {
        InitiativeState.WaitingForApplicant =>
            $"Beantwoord de vraag uiterlijk {initiative.WaitsUntil!.Value.ToDutchDeadline()}. Tot dan staat onze termijn stil.",
        InitiativeState.WaitingList =>
            "Er is nu niet genoeg geld voor uw plan. Komt er geld vrij, dan gaat dat naar wie het eerst heeft aangevraagd. " + DecideBy(initiative, policy, now),
        InitiativeState.CouncilWindow when initiative.WaitsUntil is { } until =>
            $"De professional wil uw plan toekennen. Raadsleden kunnen tot en met {until.ToDutchDeadline()} vragen om het eerst in de raad te bespreken.",
        InitiativeState.CouncilWindow => "De raadsleden hebben meegekeken. Wij schrijven de brief met ons besluit.",
        InitiativeState.CouncilDecides =>
            "Er wordt nog niets toegekend. U krijgt een mail als de raad heeft beslist. " + DecideBy(initiative, policy, now),
        InitiativeState.Granted => "De brief staat hieronder. De coördinator vraagt u om uw rekeningnummer.",
        InitiativeState.Rejected => "In de brief hieronder leest u waarom, en hoe u bezwaar kunt maken.",
        InitiativeState.SetAside => "Wij kregen niet op tijd antwoord op onze vraag. De brief staat hieronder. U mag altijd opnieuw aanvragen.",
        InitiativeState.Withdrawn => "Wij nemen geen besluit meer. U mag altijd een nieuwe aanvraag doen.",
        InitiativeState.LeftToDesk => "De coördinator neemt contact met u op.",
        _ => "Een professional beoordeelt uw plan. " + DecideBy(initiative, policy, now),
    };

    private static string DecideBy(Initiative initiative, Policy policy, DateTimeOffset now)
    {
        var lastDay = initiative.Clock!.DecideBy(policy.WorkingDays);
        return TownTime.DayOf(now) <= lastDay
            ? $"U hoort uiterlijk {lastDay.ToDutchWithWeekday()} van ons."
            : $"U had op {lastDay.ToDutchWithWeekday()} van ons moeten horen. Dat is niet gelukt. Bel of mail ons gerust.";
    }

    private static IEnumerable<TimelineStep> StepsOf(Initiative initiative, Policy policy)
    {
        yield return new TimelineStep("Aanvraag ontvangen", StepState.Done, DayOf(initiative.ReceivedAt));
        foreach (var asked in initiative.Verdicts.Where(verdict => verdict.Kind == VerdictKind.Ask && !IsOpenQuestion(initiative, verdict)))
        {
            yield return new TimelineStep("Vraag aan u", StepState.Done, DayOf(asked.At));
            if (asked.AnsweredAt is { } answeredAt)
            {
                yield return new TimelineStep("U heeft geantwoord", StepState.Done, DayOf(answeredAt));
            }
        }

        if (initiative.VerdictOf(initiative.Round) is { Kind: VerdictKind.Approve } approved)
        {
            yield return new TimelineStep("De professional wil toekennen", StepState.Done, DayOf(approved.At));
        }

        yield return initiative.IsClosed
            ? new TimelineStep(HeadlineOf(initiative), StepState.Current, initiative.Letters is [.., var letter] ? letter.DecidedOn : null)
            : new TimelineStep(HeadlineOf(initiative), StepState.Current);
        if (!initiative.IsClosed)
        {
            yield return new TimelineStep("Besluit", StepState.Next, initiative.Clock!.DecideBy(policy.WorkingDays), "Uiterlijk op deze dag.");
        }
    }

    // Where the case stands says so already.
    private static bool IsOpenQuestion(Initiative initiative, Verdict asked) =>
        initiative.State == InitiativeState.WaitingForApplicant && asked.AnsweredAt is null;

    private static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } at ? TownTime.DayOf(at) : null;
}
