using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that grants money.</summary>
internal static class GrantWords
{
    public static LetterDraft Of(AwardModel award, IStringLocalizer<Texts> texts)
    {
        var (title, asked) = (award.Head.Title, (award as PartialAwardModel)?.Asked);
        var draft = new LetterDraft(texts, asked is null ? texts["Verlening van subsidie voor {0}", title] : texts["Gedeeltelijke verlening van subsidie voor {0}", title])
            .Greeted(award.Head)
            .Say(texts["In deze brief leest u ons besluit."])
            .Heading(texts["Ons besluit"])
            .Say(InWords(award.Granted, texts));
        if (asked is { } more)
        {
            draft.Say(texts["U vroeg {0}. Wij verlenen een lager bedrag en wijzen de rest af. De reden staat hieronder.", more]);
        }

        draft = draft.Activity(award).Reasons(award).Duties(award).Heading(texts["Hoe u verantwoordt en wanneer wij vaststellen"]);
        return SettlingOf(draft, award.Settling).Heading(texts["Wanneer wij betalen"]).Say(
            texts["Wij betalen het bedrag als voorschot ({0}).", texts.Awb("4:95")] + " "
            + texts["Dat doen wij uiterlijk op {0}.", draft.DayOf(award.Payment)] + " " + texts["{0} vraagt u om uw rekeningnummer.", texts["De coördinator van het initiatiefloket"]]);
    }

    public static LetterDraft Of(SettledAwardModel award, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Vaststelling van subsidie voor {0}", award.Head.Title])
            .Greeted(award.Head)
            .Say(texts["In deze brief leest u ons besluit."])
            .Heading(texts["Ons besluit"])
            .Say(texts["Wij geven u een subsidie van {0}. Dit bedrag staat vast. De subsidie is met deze brief meteen vastgesteld ({1}).", award.Granted.Amount, texts.Awb("4:42")]);
        if (award.AskedMore is { } more)
        {
            draft.Say(texts["U vroeg {0}. Wij geven een lager bedrag en wijzen de rest af. De reden staat hieronder.", more]);
        }

        return draft.Activity(award).Reasons(award).Duties(award)
            .Heading(texts["Hoe u verantwoordt"])
            .Say(texts["U hoeft geen verantwoording in te sturen en niets meer aan te vragen."])
            .Heading(texts["Wanneer wij betalen"])
            .Say(texts["Wij betalen het bedrag uiterlijk op {0}.", draft.DayOf(award.Payment)] + " " + texts["{0} vraagt u om uw rekeningnummer.", texts["De coördinator van het initiatiefloket"]]);
    }

    /// <summary>The day until which is paid: one by name, or after six weeks (Awb 4:87).</summary>
    public static string DayOf(this LetterDraft draft, PayDay pay) =>
        $"{(pay.On is { } day ? day.InWordsWithWeekday() : draft.DayAfterSending("pay-by", TermOrigin.Law, pay.Term))} ({draft.Texts.Awb("4:87")})";

    private static string InWords(Granted granted, IStringLocalizer<Texts> texts) => granted switch
    {
        Granted.Fixed => texts["Wij verlenen u een subsidie van {0}. Dit bedrag staat vast ({1}).", granted.Amount, texts.Awb("4:29", "4:31")],
        Granted.AtMost => texts["Wij verlenen u een subsidie van ten hoogste {0} ({1}). Dit is een maximum. U krijgt wat uw initiatief echt kost, tot dit bedrag.", granted.Amount, texts.Awb("4:29", "4:31")],
        _ => throw new UnreachableException(),
    };

    private static LetterDraft Activity(this LetterDraft draft, GrantModel grant) => draft
        .Heading(draft.Texts["Waarvoor het geld is, en voor welke periode"])
        .Say(draft.Texts["De subsidie is voor \"{0}\", zoals u dat beschreef in uw aanvraag van {1} ({2}).", grant.Activity.Title, grant.Head.AppliedOn.InWords(), draft.Texts.Awb("4:30")]
            + $" {PeriodOf(grant.Activity, draft.Texts)}");

    private static string PeriodOf(Activity activity, IStringLocalizer<Texts> texts) => activity switch
    {
        { StartsOn: { } first, EndsOn: { } last } when first != last => texts["De activiteit loopt van {0} tot en met {1}.", first.InWords(), last.InWords()],
        { LastDay: { } day } => texts["De activiteit begint op {0}.", day.InWords()],
        _ => texts["In uw aanvraag staat geen datum. Laat ons weten wanneer u begint en wanneer u klaar bent."],
    };

    private static LetterDraft Reasons(this LetterDraft draft, GrantModel grant)
    {
        draft.Heading(draft.Texts["Waarom wij dit besluiten"]).Say(grant.Reasons);
        return grant.Council is { } council
            ? draft.Say(draft.Texts["De gemeenteraad heeft op {0} besloten: {1}", draft.DayOf(council.Meeting), council.Reasons.AsWritten]).SayWhereToRead(council.Meeting)
            : draft;
    }

    private static LetterDraft Duties(this LetterDraft draft, GrantModel grant) => draft
        .Heading(draft.Texts["Uw verplichtingen"])
        .List([.. grant.Duties.Select(duty => duty.AsWritten)])
        .Say(draft.Texts["Gaat uw initiatief niet door, of verandert het? Laat ons dat dan meteen weten. Geld dat u niet nodig heeft, betaalt u terug."]);

    private static LetterDraft SettlingOf(LetterDraft draft, Settling settling)
    {
        var texts = draft.Texts;
        return settling switch
        {
            Settling.ExOfficio { LastDay: var last, UsualLength: var usual, Within: var within } => draft.Say(
                texts["U hoeft geen vaststelling aan te vragen. Wij stellen de subsidie zelf vast ({0}).", texts.Awb("4:47")] + " "
                + texts["Dat doen wij uiterlijk op {0}.", DayOf(draft, "settle-by", last, usual, within)] + " "
                + texts["Wij kunnen u vragen om te laten zien wat u deed en wat het kostte."]),
            Settling.OnRequest { LastDay: var last, UsualLength: var usual, RequestWithin: var request, Within: var within } => draft
                .Say(texts["Vraag ons na afloop om de subsidie vast te stellen ({0}). Doe dat uiterlijk op {1}.", texts.Awb("4:44"), DayOf(draft, "request-by", last, usual, request)] + " "
                    + texts["Laat daarin zien dat de activiteit is geweest, wat u uitgaf en wat u ontving ({0}).", texts["artikel {0}", "4:45"]])
                .Say(texts["Wij stellen de subsidie daarna vast, binnen {0} nadat wij uw verzoek kregen. Vraagt u niets? Dan mogen wij de subsidie zelf vaststellen ({1}).", within, texts["artikel {0} en {1}", "4:44", "4:47"]]),
            _ => throw new UnreachableException(),
        };
    }

    // Nobody said when it ends: then the usual length after the letter counts as its end.
    private static string DayOf(LetterDraft draft, string name, DateOnly? last, Term usual, Term within) => last is { } day
        ? within.LastDay(day, WorkingDays.OfLaw).InWordsWithWeekday()
        : draft.DayAfterSending(name, TermOrigin.Town, usual, within);
}
