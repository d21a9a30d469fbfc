using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that settles a grant.</summary>
internal static class SettlementWords
{
    public static LetterDraft Of(SettlementModel settlement, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Vaststelling van uw subsidie voor {0}", settlement.Head.Title])
            .Greeted(settlement.Head)
            .Say(texts["Wij verleenden u op {0} een subsidie van {1}. In deze brief stellen wij die vast.", settlement.AwardedOn.InWords(), settlement.Awarded])
            .Heading(texts["Ons besluit"])
            .Say(texts["Wij stellen uw subsidie vast op {0} ({1}).", settlement.Settled, texts.Awb("4:42")])
            .Heading(texts["Waarom wij dit besluiten"]);
        if (settlement.Lower is { } ground)
        {
            draft.Say($"{texts["Dit is lager dan wij verleenden."]} {InWords(ground, texts)}");
        }

        return draft.Say(settlement.Reasons)
            .Heading(texts["Wat betekent dit voor u?"])
            .Say(texts["Kreeg u al een voorschot? Dan trekken wij dat af van het vastgestelde bedrag ({0}).", texts.Awb("4:95")] + " "
                + texts["Krijgt u nog geld? Dan betalen wij dat uiterlijk op {0}.", draft.DayOf(settlement.Payment)] + " "
                + texts["Kreeg u te veel? Dan leest u in een aparte brief of en hoe u dat terugbetaalt."]);
    }

    /// <summary>The ground in words, with its article.</summary>
    public static string InWords(LowerGround ground, IStringLocalizer<Texts> texts) => ground switch
    {
        LowerGround.CostLess =>
            texts["Wij verleenden ten hoogste dit bedrag, en uw initiatief kostte minder ({0}).", texts["{0}, eerste lid", texts.Awb("4:31", "4:46")]],
        LowerGround.NotDone => texts["De activiteit ging niet of niet helemaal door ({0}).", Under("a", texts)],
        LowerGround.DutiesNotMet => texts["U hield u niet aan een verplichting die bij de subsidie hoort ({0}).", Under("b", texts)],
        LowerGround.WrongInformation =>
            texts["De gegevens die u gaf, klopten niet of waren niet volledig. Met de juiste gegevens was ons besluit anders geweest ({0}).", Under("c", texts)],
        LowerGround.WrongAward => texts["De verlening was niet juist, en u wist dat of kon dat weten ({0}).", Under("d", texts)],
        _ => throw new UnreachableException(),
    };

    private static string Under(string letter, IStringLocalizer<Texts> texts) => texts["{0}, tweede lid, onder {1}", texts.Awb("4:46"), letter];
}
