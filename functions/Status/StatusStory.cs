using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>Where an application stands, in the applicant's words.</summary>
/// <param name="Headline">One line.</param>
/// <param name="Next">What happens next and by when.</param>
/// <param name="Steps">The road so far and what is still to come.</param>
public sealed record StatusStory(string Headline, string Next, IReadOnlyList<TimelineStep> Steps)
{
    /// <summary>Tells the story at a moment.</summary>
    /// <param name="initiative">An initiative that was received.</param>
    /// <param name="events">What happened to it, oldest first.</param>
    /// <param name="policy">For the calendar.</param>
    /// <param name="texts">Words in the applicant's language.</param>
    /// <param name="now">The moment.</param>
    public static StatusStory Of(
        Initiative initiative, IReadOnlyList<InitiativeEvent> events, Policy policy, IStringLocalizer<Texts> texts, DateTimeOffset now)
    {
        var headline = initiative is { State: InitiativeState.WaitingForApplicant, IsIntention: true }
            ? texts["Wij zijn van plan om uw aanvraag af te wijzen"]
            : HeadlineOf(initiative.State, texts);
        return new StatusStory(headline, NextOf(initiative, policy, texts, now), [.. StatusTimeline.Of(initiative, events, headline, policy, texts)]);
    }

    private static string HeadlineOf(InitiativeState state, IStringLocalizer<Texts> texts) => state switch
    {
        InitiativeState.WaitingForApplicant => texts["Wij hebben een vraag aan u"],
        InitiativeState.WaitingList => texts["Uw aanvraag staat op de wachtlijst"],
        InitiativeState.CouncilWindow => texts["De gemeenteraad kijkt mee"],
        InitiativeState.CouncilDecides => texts["De gemeenteraad beslist"],
        InitiativeState.Granted => texts["U krijgt geld voor uw initiatief"],
        InitiativeState.Rejected => texts["Uw aanvraag is afgewezen"],
        InitiativeState.SetAside => texts["Wij behandelen uw aanvraag niet verder"],
        InitiativeState.Withdrawn => texts["U heeft uw aanvraag ingetrokken"],
        InitiativeState.LeftToDesk => texts["Ons besluit is te laat"],
        InitiativeState.Submitted or InitiativeState.InReview => texts["Wij bekijken uw aanvraag"],

        // A draft has no page of this kind: its links lead to where the address is confirmed.
        InitiativeState.Draft or _ => throw new UnreachableException(),
    };

    private static string NextOf(Initiative initiative, Policy policy, IStringLocalizer<Texts> texts, DateTimeOffset now) => initiative.State switch
    {
        InitiativeState.WaitingForApplicant when initiative is { WaitsUntil: { } until, IsRequestToComplete: false } =>
            texts["Geef ons antwoord, uiterlijk {0}. Daarna beslissen wij ook zonder uw antwoord.", until.DeadlineInWords()],
        InitiativeState.WaitingForApplicant when initiative.WaitsUntil is { } until =>
            texts["Geef ons antwoord, uiterlijk {0}. Tot dan staat onze termijn stil.", until.DeadlineInWords()],
        InitiativeState.WaitingForApplicant => texts["Een professional gaat verder met uw plan."],
        InitiativeState.WaitingList => And(
            texts["Er is nu niet genoeg geld voor uw plan. Komt er geld vrij, dan gaat dat naar de eerste in de rij."],
            DecideBy(initiative, policy, texts, now)),
        InitiativeState.CouncilWindow when initiative.WaitsUntil is { } until =>
            texts["De professional wil uw plan toekennen. Raadsleden kunnen tot en met {0} vragen om het eerst in de raad te bespreken.", until.DeadlineInWords()],
        InitiativeState.CouncilWindow => texts["De raadsleden hebben meegekeken. Wij schrijven de brief met ons besluit."],
        InitiativeState.CouncilDecides => And(
            texts["Er wordt nog niets toegekend. U krijgt een mail als de raad heeft beslist."], DecideBy(initiative, policy, texts, now)),
        InitiativeState.Granted or InitiativeState.Rejected or InitiativeState.SetAside when initiative.Unannounced is not null =>
            texts["Wij hebben besloten. De brief krijgt u nog van ons."],
        InitiativeState.Granted when PaidBy(initiative, policy) is { } day =>
            texts["De brief staat hieronder. De coördinator vraagt u om uw rekeningnummer. Wij betalen uiterlijk {0}.", day.InWordsWithWeekday()],
        InitiativeState.Granted => texts["De brief staat hieronder. De coördinator vraagt u om uw rekeningnummer."],
        InitiativeState.Rejected => texts["In de brief hieronder leest u waarom, en hoe u bezwaar kunt maken."],
        InitiativeState.SetAside => texts["Uw aanvraag was niet compleet. De brief staat hieronder. U mag altijd opnieuw aanvragen."],
        InitiativeState.Withdrawn => texts["Wij nemen geen besluit meer. U mag altijd een nieuwe aanvraag doen."],
        InitiativeState.LeftToDesk => texts["De coördinator neemt contact met u op. Uw aanvraag houdt haar plaats in de rij."],
        InitiativeState.Submitted or InitiativeState.InReview => And(texts["Een professional beoordeelt uw plan. Is er een vraag, dan krijgt u een mail."], DecideBy(initiative, policy, texts, now)),
        InitiativeState.Draft or _ => throw new UnreachableException(),
    };

    // Counted from the letter that granted it (Awb 4:87), as the letter itself says it.
    private static DateOnly? PaidBy(Initiative initiative, Policy policy) =>
        initiative.Letters.FirstOrDefault(letter => letter.Kind is LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward)?.AnnouncedOn is { } announced
            ? policy.Terms.Payment.LastDay(announced, policy.WorkingDays, TermOrigin.Law)
            : null;

    private static string And(string first, string second) => $"{first} {second}";

    private static string DecideBy(Initiative initiative, Policy policy, IStringLocalizer<Texts> texts, DateTimeOffset now)
    {
        var lastDay = initiative.Clock!.DecideBy(policy.WorkingDays);
        var today = LocalTime.DayOf(now);
        return initiative.Clock!.ToldDay(policy.WorkingDays) is { } told && today <= told
            ? texts["Wij hebben u laten weten dat het later wordt: u hoort van ons uiterlijk op {0}. De wettelijke termijn blijft {1}.", told.InWordsWithWeekday(), lastDay.InWordsWithWeekday()]
            : today <= lastDay
            ? texts["U hoort van ons uiterlijk op {0}.", initiative.Clock!.DecideByInWords(today, policy.WorkingDays)]
            : texts["U had op {0} van ons moeten horen. Dat is niet gelukt. Bel of mail ons gerust.", lastDay.InWordsWithWeekday()];
    }
}
