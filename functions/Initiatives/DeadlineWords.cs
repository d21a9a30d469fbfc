using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>Legal dates in the words of mails and pages for professionals.</summary>
public static class DeadlineWords
{
    private const string NothingOwed = "Toen liep er nog geen dwangsom. De gemeente betaalt niets.";

    /// <summary>"dinsdag 28 april 2026 (nog 3 dagen)".</summary>
    public static string Date(Deadline deadline) => $"{deadline.DecideBy.InWordsWithWeekday()} ({TimeInWords.DaysLeft(deadline.DaysLeft)})";

    /// <summary>What the coordinator can do, and what happens otherwise.</summary>
    /// <param name="deadline">How the initiative stands on this day.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="policy">For the calendar and what a penalty costs.</param>
    public static string WhatNow(Deadline deadline, DateOnly today, Policy policy) => deadline switch
    {
        { Penalty: { } penalty } => $"{Owed(penalty, today)} {NextOf(penalty, today, policy.WorkingDays)}",
        { IsTooLate: true } =>
            "De wettelijke termijn is voorbij. Verlengen kan niet meer. Zorg zo snel mogelijk voor een besluit. De aanvrager kan schrijven dat de "
            + "gemeente te laat is: een ingebrekestelling (Awb 4:17). Is er twee weken daarna nog geen besluit, dan betaalt de gemeente een dwangsom: "
            + $"{InWords(policy.PenaltyRatesOn(today))} in {Penalty.MostDays} dagen.",
        { AgreedUntil: { } until } => $"De termijn staat stil tot en met {until.InWords()}: de aanvrager geeft u die tijd (Awb 4:15).",
        { IsSuspended: true } => "De termijn staat stil tot de aanvrager de aanvraag heeft aangevuld, of de tijd daarvoor voorbij is (Awb 4:15).",
        { ExtendedTo: { } later, Source.ExtensionMovesTheEnd: false } =>
            $"{DecideBy(deadline)} Lukt dat niet? Noem de aanvrager dan een latere datum: {later.InWords()} ({deadline.Source.ExtensionArticle}). {StillRuns(deadline)}",
        { ToldDay: { } told } => $"{DecideBy(deadline)} U noemde de aanvrager een latere datum: {told.InWords()}. {StillRuns(deadline)}",
        { ExtendedTo: { } later } =>
            $"Zorg dat er uiterlijk op {deadline.DecideBy.InWords()} een besluit is. Lukt dat niet? Verleng dan de termijn, met een bericht aan de aanvrager "
            + $"({deadline.Source.ExtensionArticle}). Dat kan één keer, en alleen zolang de termijn loopt. De nieuwe datum wordt dan {later.InWords()}.",
        _ => $"Zorg dat er uiterlijk op {deadline.DecideBy.InWords()} een besluit is. De termijn is al een keer verlengd. Nog een keer kan niet.",
    };

    /// <summary>From when a penalty runs, and how much it is by now.</summary>
    public static string Owed(Penalty penalty, DateOnly today) => today < penalty.FirstDay
        ? $"{Notice(penalty)}. Is er op {penalty.FirstDay.InWords()} nog geen besluit, "
            + $"dan betaalt de gemeente vanaf die dag een dwangsom: {InWords(penalty.Rates)} (Awb 4:17)."
        : $"{Notice(penalty)}. De dwangsom loopt sinds {penalty.FirstDay.InWords()}. "
            + $"Tot en met vandaag is dat {penalty.AmountOn(today)} (Awb 4:17).";

    /// <summary>What is owed after a decision that came too late, and by when to settle it.</summary>
    /// <param name="penalty">What the notice of default set off.</param>
    /// <param name="announcedOn">Day on which the decision was announced; it is not paid for.</param>
    /// <param name="workingDays">The calendar.</param>
    public static string? Settled(Penalty penalty, DateOnly announcedOn, WorkingDays workingDays)
    {
        var lastDay = LastPaidDay(penalty, announcedOn);
        return penalty.DaysOn(lastDay) == 0
            ? null
            : $"Na de ingebrekestelling kwam het besluit te laat. De gemeente betaalt over {ToSettle(penalty, lastDay, workingDays)}";
    }

    /// <summary>That a notice of default costs nothing, since the decision came before its first day that is paid for; null when it does cost something.</summary>
    /// <param name="penalty">What the notice of default set off.</param>
    /// <param name="announcedOn">Day on which the decision was announced; it is not paid for.</param>
    public static string? Unpaid(Penalty penalty, DateOnly announcedOn) => penalty.DaysOn(LastPaidDay(penalty, announcedOn)) > 0
        ? null
        : $"{Notice(penalty)}. Het besluit is op {announcedOn.InWords()} verstuurd. {NothingOwed}";

    /// <summary>What a notice of default came to when the applicant withdrew: from that day on no decision is late any more.</summary>
    /// <param name="penalty">What the notice of default set off.</param>
    /// <param name="withdrawnOn">Day on which they withdrew; it is not paid for.</param>
    /// <param name="workingDays">The calendar.</param>
    public static string Withdrawn(Penalty penalty, DateOnly withdrawnOn, WorkingDays workingDays)
    {
        var lastDay = LastPaidDay(penalty, withdrawnOn);
        var withdrawn = $"{Notice(penalty)} en de aanvraag op {withdrawnOn.InWords()} ingetrokken.";
        return penalty.DaysOn(lastDay) == 0
            ? $"{withdrawn} {NothingOwed}"
            : $"{withdrawn} Daarmee stopte de dwangsom. Die liep over {ToSettle(penalty, lastDay, workingDays)}";
    }

    /// <summary>Why a term cannot be extended any more.</summary>
    public static string WhyNoExtension(Initiative initiative, Deadline deadline) => initiative.Clock! switch
    {
        { Extension: not null, ExtendedOn: { } day, Source: { ExtensionMovesTheEnd: false } source } when deadline.ToldDay is { } told =>
            $"U noemde de aanvrager op {day.InWords()} al een latere datum: {told.InWords()} ({source.ExtensionArticle}). {StillRuns(deadline)}",
        { ExtendedOn: { } day } legal => $"De termijn is op {day.InWords()} al verlengd. Dat kan maar één keer ({legal.Source.ExtensionArticle}).",
        { Extension: not null } legal => $"De termijn is al verlengd. Dat kan maar één keer ({legal.Source.ExtensionArticle}).",
        { Source.ExtensionMovesTheEnd: false } =>
            $"Een latere datum noemen kan niet meer: de termijn liep tot en met {deadline.DecideBy.InWords()}. Zorg zo snel mogelijk voor een besluit.",
        _ => $"Verlengen kan niet meer: de termijn liep tot en met {deadline.DecideBy.InWords()}. Zorg zo snel mogelijk voor een besluit.",
    };

    /// <summary>Who or what the initiative waits for.</summary>
    public static string WaitsFor(Initiative initiative, Policy policy) => initiative.State switch
    {
        InitiativeState.InReview when initiative.AcceptsVerdict(initiative.Round) =>
            initiative.Panel.SilentIn(initiative.Round).Select(person => policy.NameOf(person)).ToList().JoinedWithAnd(),
        InitiativeState.WaitingForApplicant => "de aanvrager",
        InitiativeState.WaitingList => "geld in de pot",
        InitiativeState.CouncilWindow => "de raadsleden die meekijken",
        InitiativeState.CouncilDecides => "het besluit van de gemeenteraad",
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.Granted or InitiativeState.Rejected
            or InitiativeState.SetAside or InitiativeState.Withdrawn => "het loket",
        InitiativeState.LeftToDesk => "het loket: niemand besliste",
        _ => throw new UnreachableException(),
    };

    /// <summary>That a date which was only told changes nothing in law.</summary>
    public static string StillRuns(Deadline deadline) =>
        $"De wettelijke termijn en de dwangsom blijven lopen vanaf {deadline.DecideBy.InWords()}.";

    private static string DecideBy(Deadline deadline) => $"Zorg dat er uiterlijk op {deadline.DecideBy.InWords()} een besluit is.";

    private static string Notice(Penalty penalty) => $"De aanvrager heeft de gemeente op {penalty.NoticeOn.InWords()} in gebreke gesteld";

    /// <summary>The last day that is paid for when the decision came, or the applicant withdrew, on a day; before the first one when nothing is owed.</summary>
    public static DateOnly LastPaidDay(Penalty penalty, DateOnly endedOn) => endedOn > penalty.LastDay ? penalty.LastDay : endedOn.AddDays(-1);

    private static string ToSettle(Penalty penalty, DateOnly lastDay, WorkingDays workingDays) =>
        $"{InWords(penalty.DaysOn(lastDay))}, samen {penalty.AmountOn(lastDay)}. "
        + $"Stel dat bedrag uiterlijk op {Penalty.SettleBy(lastDay, workingDays).InWords()} vast bij besluit (Awb 4:18).";

    private static string InWords(PenaltyRates rates) => $"eerst {rates.FirstTwoWeeks} per dag, later meer, ten hoogste {rates.Highest}";

    private static string InWords(int days) => days == 1 ? "1 dag" : $"{days} dagen";

    private static string NextOf(Penalty penalty, DateOnly today, WorkingDays workingDays) => penalty.RateOn(today) switch
    {
        { Cents: > 0 } rate =>
            $"Elke dag komt er {rate} bij of meer, tot {penalty.Rates.Highest} op {penalty.LastDay.InWords()}. Zorg vandaag nog voor een besluit.",
        _ when today < penalty.FirstDay => $"Zorg vóór {penalty.FirstDay.InWords()} voor een besluit.",
        _ => $"Meer wordt het niet. Stel de dwangsom uiterlijk op {Penalty.SettleBy(penalty.LastDay, workingDays).InWords()} vast bij besluit (Awb 4:18). "
            + "Zorg ook voor een besluit op de aanvraag: de aanvrager kan naar de rechter.",
    };
}
