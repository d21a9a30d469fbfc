using System.Diagnostics;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What letters say that follow after the decision on the application.</summary>
internal static class LaterWords
{
    public static LetterDraft Of(AmendmentModel amendment) => new LetterDraft($"Wijziging van uw subsidie voor {amendment.Head.Title}")
        .Greeted(amendment.Head)
        .Heading("Ons besluit")
        .Say($"Wij wijzigen het besluit over uw subsidie ({InWords(amendment.Ground)}). Dit wordt anders:")
        .Say(amendment.Change)
        .Say($"De wijziging geldt vanaf {amendment.From.InWords()}.")
        .Heading("Waarom wij dit besluiten")
        .Say(amendment.Reasons);

    public static LetterDraft Of(RevocationModel revocation) => new LetterDraft($"Intrekking van uw subsidie voor {revocation.Head.Title}")
        .Greeted(revocation.Head)
        .Say($"Wij verleenden u op {revocation.AwardedOn.InWords()} een subsidie van {revocation.Awarded}.")
        .Heading("Ons besluit")
        .Say($"Wij trekken de subsidie in vanaf {revocation.From.InWords()} ({InWords(revocation.Ground)}).")
        .Heading("Waarom wij dit besluiten")
        .Say(revocation.Reasons)
        .Heading("Wat betekent dit voor u?")
        .Say("Kreeg u al geld? Dan leest u in een aparte brief of en hoe u dat terugbetaalt.");

    public static LetterDraft Of(RecoveryModel recovery)
    {
        var draft = new LetterDraft($"Terugvordering van subsidie voor {recovery.Head.Title}").Greeted(recovery.Head);
        return draft
            .Heading("Ons besluit")
            .Say($"U betaalt {recovery.Amount} terug (Algemene wet bestuursrecht, artikel 4:57).")
            .Heading("Waarom wij dit besluiten")
            .Say(recovery.Reasons)
            .Heading("Wanneer en hoe u betaalt")
            .Say($"Betaal uiterlijk op {draft.DayOf(recovery.PayBack)}.")
            .Say(recovery.HowToPay)
            .Say("Kunt u niet in één keer betalen? Bel ons dan. Wij kunnen een regeling met u afspreken.");
    }

    public static LetterDraft Of(PenaltyModel penalty)
    {
        var draft = new LetterDraft($"Dwangsom: ons besluit over {penalty.Head.Title} was te laat").Greeted(penalty.Head);
        return draft
            .Say($"Wij kregen op {penalty.NoticeOn.InWords()} uw brief dat ons besluit te laat was (ingebrekestelling).")
            .Heading("Ons besluit")
            .Say($"Wij betalen u een dwangsom van {penalty.Amount} (Algemene wet bestuursrecht, artikel 4:17 en 4:18).")
            .Heading("Waarom wij dit besluiten")
            .Say($"De dwangsom loopt van {penalty.FirstDay.InWords()} tot en met {penalty.LastDay.InWords()}. Dat {(penalty.Days == 1 ? "is 1 dag" : $"zijn {penalty.Days} dagen")}.")
            .Heading("Wanneer wij betalen")
            .Say($"Wij betalen uiterlijk op {draft.DayOf(penalty.Payment)}.");
    }

    public static LetterDraft Of(ObjectionModel objection) => new LetterDraft($"Ons besluit op uw bezwaar over {objection.Head.Title}")
        .Greeted(objection.Head)
        .Say($"Op {objection.ObjectedOn.InWords()} maakte u bezwaar tegen ons besluit. In deze brief beslissen wij daarover (Algemene wet bestuursrecht, artikel 7:11 en 7:12).")
        .Heading("Ons besluit")
        .Say(objection.Decision)
        .Heading("Waarom wij dit besluiten")
        .Say(objection.Reasons);

    private static string InWords(RevocationGround ground) => ground switch
    {
        RevocationGround.BeforeSettling => "Algemene wet bestuursrecht, artikel 4:48",
        RevocationGround.AfterSettling => "Algemene wet bestuursrecht, artikel 4:49",
        RevocationGround.ReasonableTerm => "Algemene wet bestuursrecht, artikel 4:50",
        _ => throw new UnreachableException(),
    };
}
