using System.Diagnostics;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that grants money.</summary>
internal static class GrantWords
{
    public static LetterDraft Of(AwardModel award)
    {
        var (title, asked) = (award.Head.Title, (award as PartialAwardModel)?.Asked);
        var draft = new LetterDraft(asked is null ? $"Verlening van subsidie voor {title}" : $"Gedeeltelijke verlening van subsidie voor {title}")
            .Greeted(award.Head)
            .Say("In deze brief leest u ons besluit.")
            .Heading("Ons besluit")
            .Say(InWords(award.Granted));
        if (asked is { } more)
        {
            draft.Say($"U vroeg {more}. Wij verlenen een lager bedrag en wijzen de rest af. De reden staat hieronder.");
        }

        draft = draft.Activity(award).Heading("Waarom wij dit besluiten").Say(award.Reasons).Duties(award)
            .Heading("Hoe u verantwoordt en wanneer wij vaststellen");
        return SettlingOf(draft, award.Settling).Heading("Wanneer wij betalen").Say(
            "Wij betalen het bedrag als voorschot (Algemene wet bestuursrecht, artikel 4:95). "
            + $"Dat doen wij uiterlijk op {draft.DayOf(award.Payment)}. De coördinator van het initiatiefloket vraagt u om uw rekeningnummer.");
    }

    public static LetterDraft Of(SettledAwardModel award)
    {
        var draft = new LetterDraft($"Vaststelling van subsidie voor {award.Head.Title}")
            .Greeted(award.Head)
            .Say("In deze brief leest u ons besluit.")
            .Heading("Ons besluit")
            .Say($"Wij geven u een subsidie van {award.Granted.Amount}. Dit bedrag staat vast. De subsidie is met deze brief meteen vastgesteld (Algemene wet bestuursrecht, artikel 4:42).");
        if (award.AskedMore is { } more)
        {
            draft.Say($"U vroeg {more}. Wij geven een lager bedrag en wijzen de rest af. De reden staat hieronder.");
        }

        return draft.Activity(award).Heading("Waarom wij dit besluiten").Say(award.Reasons).Duties(award)
            .Heading("Hoe u verantwoordt")
            .Say("U hoeft geen verantwoording in te sturen en niets meer aan te vragen.")
            .Heading("Wanneer wij betalen")
            .Say($"Wij betalen het bedrag uiterlijk op {draft.DayOf(award.Payment)}. De coördinator van het initiatiefloket vraagt u om uw rekeningnummer.");
    }

    /// <summary>The day until which is paid: one by name, or after six weeks (Awb 4:87).</summary>
    public static string DayOf(this LetterDraft draft, PayDay pay) =>
        $"{(pay.On is { } day ? day.InWordsWithWeekday() : draft.DayAfterSending("pay-by", TermOrigin.Law, pay.Term))} (Algemene wet bestuursrecht, artikel 4:87)";

    private static string InWords(Granted granted) => granted switch
    {
        Granted.Fixed => $"Wij verlenen u een subsidie van {granted.Amount}. Dit bedrag staat vast (Algemene wet bestuursrecht, artikel 4:29 en 4:31).",
        Granted.AtMost => $"Wij verlenen u een subsidie van ten hoogste {granted.Amount} (Algemene wet bestuursrecht, artikel 4:29 en 4:31). "
            + "Dit is een maximum. U krijgt wat uw initiatief echt kost, tot dit bedrag.",
        _ => throw new UnreachableException(),
    };

    private static LetterDraft Activity(this LetterDraft draft, GrantModel grant) => draft
        .Heading("Waarvoor het geld is, en voor welke periode")
        .Say($"De subsidie is voor \"{grant.Activity.Title}\", zoals u dat beschreef in uw aanvraag van {grant.Head.AppliedOn.InWords()} "
            + $"(Algemene wet bestuursrecht, artikel 4:30). {PeriodOf(grant.Activity)}");

    private static string PeriodOf(Activity activity) => activity switch
    {
        { StartsOn: { } first, EndsOn: { } last } when first != last => $"De activiteit loopt van {first.InWords()} tot en met {last.InWords()}.",
        { LastDay: { } day } => $"De activiteit begint op {day.InWords()}.",
        _ => "In uw aanvraag staat geen datum. Laat ons weten wanneer u begint en wanneer u klaar bent.",
    };

    private static LetterDraft Duties(this LetterDraft draft, GrantModel grant) => draft
        .Heading("Uw verplichtingen")
        .List(grant.Duties)
        .Say("Gaat uw initiatief niet door, of verandert het? Laat ons dat dan meteen weten. Geld dat u niet nodig heeft, betaalt u terug.");

    private static LetterDraft SettlingOf(LetterDraft draft, Settling settling) => settling switch
    {
        Settling.ExOfficio { LastDay: var last, UsualLength: var usual, Within: var within } => draft.Say(
            "U hoeft geen vaststelling aan te vragen. Wij stellen de subsidie zelf vast (Algemene wet bestuursrecht, artikel 4:47). "
            + $"Dat doen wij uiterlijk op {DayOf(draft, "settle-by", last, usual, within)}. Wij kunnen u vragen om te laten zien wat u deed en wat het kostte."),
        Settling.OnRequest { LastDay: var last, UsualLength: var usual, RequestWithin: var request, Within: var within } => draft
            .Say($"Vraag ons na afloop om de subsidie vast te stellen (Algemene wet bestuursrecht, artikel 4:44). Doe dat uiterlijk op {DayOf(draft, "request-by", last, usual, request)}. "
                + "Laat daarin zien dat de activiteit is geweest, wat u uitgaf en wat u ontving (artikel 4:45).")
            .Say($"Wij stellen de subsidie daarna vast, binnen {within} nadat wij uw verzoek kregen. Vraagt u niets? Dan mogen wij de subsidie zelf vaststellen (artikel 4:44 en 4:47)."),
        _ => throw new UnreachableException(),
    };

    // Nobody said when it ends: then the usual length after the letter counts as its end.
    private static string DayOf(LetterDraft draft, string name, DateOnly? last, Term usual, Term within) => last is { } day
        ? within.LastDay(day, WorkingDays.OfLaw).InWordsWithWeekday()
        : draft.DayAfterSending(name, TermOrigin.Town, usual, within);
}
