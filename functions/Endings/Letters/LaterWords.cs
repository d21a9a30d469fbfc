using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What letters say that follow after the decision on the application.</summary>
internal static class LaterWords
{
    public static LetterDraft Of(AmendmentModel amendment, IStringLocalizer<Texts> texts) => new LetterDraft(texts, texts["Wijziging van uw subsidie voor {0}", amendment.Head.Title])
        .Greeted(amendment.Head)
        .Heading(texts["Ons besluit"])
        .Say(texts["Wij wijzigen het besluit over uw subsidie ({0}). Dit wordt anders:", InWords(amendment.Ground, texts)])
        .Say(amendment.Change.AsWritten)
        .Say(texts["De wijziging geldt vanaf {0}.", amendment.From.InWords()])
        .Heading(texts["Waarom wij dit besluiten"])
        .Say(amendment.Reasons);

    public static LetterDraft Of(RevocationModel revocation, IStringLocalizer<Texts> texts) => new LetterDraft(texts, texts["Intrekking van uw subsidie voor {0}", revocation.Head.Title])
        .Greeted(revocation.Head)
        .Say(texts["Wij verleenden u op {0} een subsidie van {1}.", revocation.AwardedOn.InWords(), revocation.Awarded])
        .Heading(texts["Ons besluit"])
        .Say(texts["Wij trekken de subsidie in vanaf {0} ({1}).", revocation.From.InWords(), InWords(revocation.Ground, texts)])
        .Heading(texts["Waarom wij dit besluiten"])
        .Say(revocation.Reasons)
        .Heading(texts["Wat betekent dit voor u?"])
        .Say(texts["Kreeg u al geld? Dan leest u in een aparte brief of en hoe u dat terugbetaalt."]);

    public static LetterDraft Of(RecoveryModel recovery, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Terugvordering van subsidie voor {0}", recovery.Head.Title]).Greeted(recovery.Head);
        return draft
            .Heading(texts["Ons besluit"])
            .Say(texts["U betaalt {0} terug ({1}).", recovery.Amount, texts.Awb("4:57")])
            .Heading(texts["Waarom wij dit besluiten"])
            .Say(recovery.Reasons)
            .Heading(texts["Wanneer en hoe u betaalt"])
            .Say(texts["Betaal uiterlijk op {0}.", draft.DayOf(recovery.PayBack)])
            .Say(recovery.HowToPay.AsWritten)
            .Say(texts["Kunt u niet in één keer betalen? Bel ons dan. Wij kunnen een regeling met u afspreken."]);
    }

    public static LetterDraft Of(PenaltyModel penalty, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Dwangsom: ons besluit over {0} was te laat", penalty.Head.Title]).Greeted(penalty.Head);
        return draft
            .Say(texts["Wij kregen op {0} uw brief dat ons besluit te laat was (ingebrekestelling).", penalty.NoticeOn.InWords()])
            .Heading(texts["Ons besluit"])
            .Say(texts["Wij betalen u een dwangsom van {0} ({1}).", penalty.Amount, texts.Awb("4:17", "4:18")])
            .Heading(texts["Waarom wij dit besluiten"])
            .Say($"{texts["De dwangsom loopt van {0} tot en met {1}.", penalty.FirstDay.InWords(), penalty.LastDay.InWords()]} "
                + (penalty.Days == 1 ? texts["Dat is 1 dag."] : texts["Dat zijn {0} dagen.", penalty.Days]))
            .Heading(texts["Wanneer wij betalen"])
            .Say(texts["Wij betalen uiterlijk op {0}.", draft.DayOf(penalty.Payment)]);
    }

    public static LetterDraft Of(ObjectionModel objection, IStringLocalizer<Texts> texts) => new LetterDraft(texts, texts["Ons besluit op uw bezwaar over {0}", objection.Head.Title])
        .Greeted(objection.Head)
        .Say(texts["Op {0} maakte u bezwaar tegen ons besluit. In deze brief beslissen wij daarover ({1}).", objection.ObjectedOn.InWords(), texts.Awb("7:11", "7:12")])
        .Heading(texts["Ons besluit"])
        .Say(objection.Decision.AsWritten)
        .Heading(texts["Waarom wij dit besluiten"])
        .Say(objection.Reasons);

    private static string InWords(RevocationGround ground, IStringLocalizer<Texts> texts) => ground switch
    {
        RevocationGround.BeforeSettling => texts.Awb("4:48"),
        RevocationGround.AfterSettling => texts.Awb("4:49"),
        RevocationGround.ReasonableTerm => texts.Awb("4:50"),
        _ => throw new UnreachableException(),
    };
}
