using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says that refuses, sets aside, or tells that this is intended.</summary>
internal static class RefusalWords
{
    public static LetterDraft Of(RefusalModel refusal)
    {
        var draft = new LetterDraft($"Afwijzing van uw aanvraag voor {refusal.Head.Title}")
            .Greeted(refusal.Head)
            .Say("In deze brief leest u ons besluit.")
            .Heading("Ons besluit")
            .Say($"Wij wijzen uw aanvraag af. U krijgt geen subsidie van {refusal.Asked}.")
            .Heading("Waarom wij dit besluiten")
            .Say(refusal.Refusal);
        return refusal.Heard is { } heard ? draft.Heading("Wat wij met uw reactie deden").Heard(heard) : draft;
    }

    public static LetterDraft Of(SetAsideModel aside) => new LetterDraft($"Uw aanvraag voor {aside.Head.Title} wordt niet behandeld")
        .Greeted(aside.Head)
        .Say("In deze brief leest u ons besluit.")
        .Heading("Ons besluit")
        .Say("Wij behandelen uw aanvraag niet verder (Algemene wet bestuursrecht, artikel 4:5).")
        .Heading("Waarom wij dit besluiten")
        .Say("Wij hebben u gevraagd om uw aanvraag aan te vullen. Onze vraag was:")
        .Say(aside.Asked)
        .Say(aside.Reasons)
        .Heading("Wat betekent dit voor u?")
        .Say("U mag altijd een nieuwe aanvraag doen.");

    public static LetterDraft Of(IntentionModel intention)
    {
        var draft = new LetterDraft($"Voornemen om uw aanvraag voor {intention.Head.Title} af te wijzen")
            .Greeted(intention.Head)
            .Say($"Wij zijn van plan om uw aanvraag van {intention.Asked} af te wijzen. Voordat wij beslissen, mag u reageren (Algemene wet bestuursrecht, artikel 4:7 en 4:12).")
            .Heading("Waarom wij dit van plan zijn")
            .Say(intention.Refusal)
            .Heading("Hoe u kunt reageren");
        return draft
            .Say($"U kunt reageren tot en met {draft.DayAfterSending("answer-by", TermOrigin.Town, intention.AnswerTerm)}. Dat kan zo:")
            .List([
                "op uw eigen pagina, met de link in onze mail",
                $"met een mail aan {intention.Head.Sender.Email}",
                $"met een brief aan {string.Join(", ", intention.Head.Sender.Address)}",
                $"met een telefoontje: {intention.Head.Sender.Phone}",
            ])
            .Say("Reageert u niet? Dan beslissen wij zonder uw reactie. Dit is nog geen besluit. Daarom kunt u nu nog geen bezwaar maken.");
    }

    private static LetterDraft Say(this LetterDraft draft, Refusal refusal) => draft
        .Say("Wij wijzen af op deze grond:")
        .List(refusal.Grounds.Paragraphs)
        .Say("Dit geldt voor uw aanvraag omdat:")
        .Say(refusal.Facts);

    private static LetterDraft Heard(this LetterDraft draft, Heard heard)
    {
        draft.Say(heard.IntendedOn is { } day
            ? $"Wij schreven u op {day.InWords()} dat wij van plan waren om af te wijzen (Algemene wet bestuursrecht, artikel 4:7)."
            : "Wij waren van plan om af te wijzen. De mail daarover kwam niet aan. Op uw eigen pagina kon u wel reageren (Algemene wet bestuursrecht, artikel 4:7).");
        return heard.View is { } view
            ? draft.Say("U reageerde:").Say(view).Say("Wij hebben uw reactie gelezen en meegewogen. Zij verandert ons besluit niet.")
            : draft.Say("U heeft niet gereageerd.");
    }
}
