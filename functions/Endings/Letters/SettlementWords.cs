using System.Diagnostics;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that settles a grant.</summary>
internal static class SettlementWords
{
    public static LetterDraft Of(SettlementModel settlement)
    {
        var draft = new LetterDraft($"Vaststelling van uw subsidie voor {settlement.Head.Title}")
            .Greeted(settlement.Head)
            .Say($"Wij verleenden u op {settlement.AwardedOn.InWords()} een subsidie van {settlement.Awarded}. In deze brief stellen wij die vast.")
            .Heading("Ons besluit")
            .Say($"Wij stellen uw subsidie vast op {settlement.Settled} (Algemene wet bestuursrecht, artikel 4:42).")
            .Heading("Waarom wij dit besluiten");
        if (settlement.Lower is { } ground)
        {
            draft.Say($"Dit is lager dan wij verleenden. {InWords(ground)}");
        }

        return draft.Say(settlement.Reasons)
            .Heading("Wat betekent dit voor u?")
            .Say("Kreeg u al een voorschot? Dan trekken wij dat af van het vastgestelde bedrag (Algemene wet bestuursrecht, artikel 4:95). "
                + $"Krijgt u nog geld? Dan betalen wij dat uiterlijk op {draft.DayOf(settlement.Payment)}. "
                + "Kreeg u te veel? Dan leest u in een aparte brief of en hoe u dat terugbetaalt.");
    }

    /// <summary>The ground in words, with its article.</summary>
    public static string InWords(LowerGround ground) => ground switch
    {
        LowerGround.CostLess => "Wij verleenden ten hoogste dit bedrag, en uw initiatief kostte minder (Algemene wet bestuursrecht, artikel 4:31 en 4:46, eerste lid).",
        LowerGround.NotDone => "De activiteit ging niet of niet helemaal door (Algemene wet bestuursrecht, artikel 4:46, tweede lid, onder a).",
        LowerGround.DutiesNotMet => "U hield u niet aan een verplichting die bij de subsidie hoort (Algemene wet bestuursrecht, artikel 4:46, tweede lid, onder b).",
        LowerGround.WrongInformation => "De gegevens die u gaf, klopten niet of waren niet volledig. Met de juiste gegevens was ons besluit anders geweest "
            + "(Algemene wet bestuursrecht, artikel 4:46, tweede lid, onder c).",
        LowerGround.WrongAward => "De verlening was niet juist, en u wist dat of kon dat weten (Algemene wet bestuursrecht, artikel 4:46, tweede lid, onder d).",
        _ => throw new UnreachableException(),
    };
}
