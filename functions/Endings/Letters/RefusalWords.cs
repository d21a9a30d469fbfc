using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that refuses, sets aside, or tells that this is intended.</summary>
internal static class RefusalWords
{
    public static LetterDraft Of(RefusalModel refusal, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Afwijzing van uw aanvraag voor {0}", refusal.Head.Title])
            .Greeted(refusal.Head)
            .Say(texts["In deze brief leest u ons besluit."])
            .Heading(texts["Ons besluit"])
            .Say(texts["Wij wijzen uw aanvraag af. U krijgt geen subsidie van {0}.", refusal.Asked])
            .Heading(texts["Waarom wij dit besluiten"])
            .Say(refusal.Refusal, refusal.Head);
        return refusal.Heard is { } heard ? draft.Heading(texts["Wat wij met uw reactie deden"]).Heard(heard) : draft;
    }

    public static LetterDraft Of(SetAsideModel aside, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Uw aanvraag voor {0} wordt niet behandeld", aside.Head.Title])
            .Greeted(aside.Head)
            .Say(texts["In deze brief leest u ons besluit."])
            .Heading(texts["Ons besluit"])
            .Say(texts["Wij behandelen uw aanvraag niet verder ({0}).", texts.Awb("4:5")])
            .Heading(texts["Waarom wij dit besluiten"])
            .Say(texts["Wij hebben u gevraagd om uw aanvraag aan te vullen. Onze vraag was:"])
            .Say(aside.Asked)
            .Say(aside.IsAnswered
                ? texts["Uw antwoord was niet genoeg om uw aanvraag te kunnen beoordelen."]
                : texts["Wij hebben binnen de termijn geen antwoord gekregen. Zonder dat antwoord kunnen wij uw aanvraag niet beoordelen."]);
        return (aside.Reasons is { } reasons ? draft.Say(reasons) : draft)
            .Heading(texts["Wat betekent dit voor u?"])
            .Say(texts["U mag altijd een nieuwe aanvraag doen."]);
    }

    public static LetterDraft Of(IntentionModel intention, IStringLocalizer<Texts> texts)
    {
        var draft = new LetterDraft(texts, texts["Voornemen om uw aanvraag voor {0} af te wijzen", intention.Head.Title])
            .Greeted(intention.Head)
            .Say(texts["Wij zijn van plan om uw aanvraag van {0} af te wijzen. Voordat wij beslissen, mag u reageren ({1}).", intention.Asked, texts.Awb("4:7", "4:12")])
            .Heading(texts["Waarom wij dit van plan zijn"])
            .Say(intention.Refusal, intention.Head)
            .Heading(texts["Hoe u kunt reageren"]);
        return draft
            .Say(texts["U kunt reageren tot en met {0}. Dat kan zo:", draft.DayAfterSending("answer-by", TermOrigin.Town, intention.AnswerTerm)])
            .List([
                texts["op uw eigen pagina, met de link in onze mail"],
                texts["met een mail aan {0}", intention.Head.Sender.Email],
                texts["met een brief aan {0}", string.Join(", ", intention.Head.Sender.Address)],
                texts["met een telefoontje: {0}", intention.Head.Sender.Phone],
            ])
            .Say(texts["Reageert u niet? Dan beslissen wij zonder uw reactie. Dit is nog geen besluit. Daarom kunt u nu nog geen bezwaar maken."]);
    }

    private static LetterDraft Say(this LetterDraft draft, Refusal refusal, LetterHead head)
    {
        draft.Say(draft.Texts["Wij wijzen af op deze grond:"]).List(GroundsOf(refusal, head, draft.Texts)).Say(draft.Texts["Dit geldt voor uw aanvraag omdat:"]);
        return refusal switch
        {
            Refusal.OnGrounds { Facts: var facts } => draft.Say(facts),
            Refusal.ByCouncil { Meeting: var meeting, Facts: var facts } => draft
                .Say(draft.Texts["De gemeenteraad heeft op {0} besloten om uw plan niet te steunen.", draft.DayOf(meeting)])
                .Say(facts)
                .SayWhereToRead(meeting),
            Refusal.ForLackOfMoney { Lack: var lack, Year: var year } =>
                LackOfMoneyWords.Of(lack, year, draft.Texts).Aggregate(draft, (written, fact) => written.Say(fact)),
            _ => throw new UnreachableException(),
        };
    }

    // A decision from before grounds had to be chosen has words only.
    private static IReadOnlyList<string> GroundsOf(Refusal refusal, LetterHead head, IStringLocalizer<Texts> texts) => refusal switch
    {
        Refusal.OnGrounds { Grounds: [_, ..] grounds } => [.. grounds.Select(ground => ground.AsWritten)],
        Refusal.OnGrounds => [$"{texts["De aanvraag past niet in de regeling."]} ({head.Scheme.Name.AsWritten})"],
        Refusal.ByCouncil { Ground: { } ground } => [ground.AsWritten],
        Refusal.ByCouncil => [$"{texts["De gemeenteraad heeft besloten om uw plan niet te steunen."]} ({head.Scheme.Article.AsWritten})"],
        Refusal.ForLackOfMoney => [$"{texts["Wij mogen niet meer geven dan het subsidieplafond."]} ({texts["{0}, tweede lid", texts.Awb("4:25")]})"],
        _ => throw new UnreachableException(),
    };

    private static LetterDraft Heard(this LetterDraft draft, Heard heard)
    {
        var (texts, article) = (draft.Texts, draft.Texts.Awb("4:7"));
        draft.Say(heard.IntendedOn is { } day
            ? texts["Wij schreven u op {0} dat wij van plan waren om af te wijzen ({1}).", day.InWords(), article]
            : texts["Wij waren van plan om af te wijzen. De mail daarover kwam niet aan. Op uw eigen pagina kon u wel reageren ({0}).", article]);
        return heard.View switch
        {
            null => draft.Say(texts["U heeft niet gereageerd."]),
            var view => draft.Say(texts["U reageerde:"]).Say(view.Length > 0 ? view : texts["U stuurde ons documenten."])
                .Say(texts["Wij hebben uw reactie gelezen en meegewogen. Zij verandert ons besluit niet."]),
        };
    }
}
