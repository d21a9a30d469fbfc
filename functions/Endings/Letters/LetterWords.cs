using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Writes a letter from what it decides, in Dutch, the official language (Awb 2:6).</summary>
public static class LetterWords
{
    /// <summary>The letter with all its words, in which only days that are counted from the day of sending are open.</summary>
    /// <exception cref="InvalidOperationException">A part that the law asks has no words: then there is no letter.</exception>
    public static LetterDocument Of(LetterModel letter)
    {
        Language.Speak(Language.Dutch);
        var head = letter.Head;
        var draft = DraftOf(letter);
        EndOf(draft, letter);
        var body = draft.Body.ToList();
        var below = new LetterDraft(draft.Subject);
        if (letter is DecisionModel decision)
        {
            RemedyWords.Write(below, decision);
        }

        return new LetterDocument
        {
            Language = Language.Code,
            Subject = draft.Subject,
            Sender = HeadingOf(head.Sender.Name),
            SenderAddress = head.Sender.Address,
            Addressee = head.Addressee,
            Facts = FactsOf(letter),
            Body = body,
            SignedBy = SignatureOf(head),
            Below = below.Body,
            Days = [.. draft.Days, .. below.Days],
        };
    }

    private static LetterDraft DraftOf(LetterModel letter) => letter switch
    {
        AwardModel award => GrantWords.Of(award),
        SettledAwardModel settled => GrantWords.Of(settled),
        SettlementModel settlement => SettlementWords.Of(settlement),
        RefusalModel refusal => RefusalWords.Of(refusal),
        SetAsideModel aside => RefusalWords.Of(aside),
        IntentionModel intention => RefusalWords.Of(intention),
        AmendmentModel amendment => LaterWords.Of(amendment),
        RevocationModel revocation => LaterWords.Of(revocation),
        RecoveryModel recovery => LaterWords.Of(recovery),
        PenaltyModel penalty => LaterWords.Of(penalty),
        ObjectionModel objection => LaterWords.Of(objection),
        _ => throw new UnreachableException(),
    };

    /// <summary>How each letter begins.</summary>
    internal static LetterDraft Greeted(this LetterDraft draft, LetterHead head) => draft
        .Say($"Beste {head.Name},")
        .Say($"U vroeg op {head.AppliedOn.InWords()} geld aan voor uw initiatief \"{head.Title}\".");

    private static void EndOf(LetterDraft draft, LetterModel letter)
    {
        var head = letter.Head;
        if (head.Changes.Count > 0)
        {
            draft.Say($"Sinds wij uw aanvraag kregen, is dit gewijzigd. Klopt dat niet? Bel ons dan meteen: {head.Sender.Phone}.")
                .List([.. head.Changes.Select(change => $"{ContactWords.Heading(change)}: {ContactWords.FromTo(change.From, change.To)}")]);
        }

        // What is owed because of being late rests on the law alone, which stands in that letter.
        if (letter is not PenaltyModel)
        {
            draft.Heading("Waarop dit rust")
                .Say($"{(letter is DecisionModel ? "Wij besluiten" : "Wij handelen")} volgens de {head.Scheme.Name}. Die rust op: {head.Scheme.Article}; {head.Scheme.AsvArticle}. "
                    + $"U vindt de regeling hier: {head.Scheme.PublishedAt}. Voor uw aanvraag gelden de regels van versie {head.PolicyVersion}.");
        }

        draft.Say($"Heeft u vragen? Mail of bel ons: {head.Sender.Email}, {head.Sender.Phone}.");
    }

    private static IReadOnlyList<LetterFact> FactsOf(LetterModel letter) =>
    [
        new(letter is DecisionModel ? "Besloten op" : "Datum", letter.Head.DecidedOn.InWords()),
        new("Verzonden op", LetterDay.Sent),
        new("Ons kenmerk", letter.Head.Reference),
        new("Contact", letter.Head.Sender.Email),
    ];

    // Awb 10:10: a decision under mandate says on behalf of which body it was taken.
    private static IReadOnlyList<string> SignatureOf(LetterHead head) => head.Body is { Mandate: { } mandate, Signer: { } signer }
        ? [$"namens {head.Body.Name}", signer, mandate.Role, $"({mandate.Article})"]
        : [HeadingOf(head.Body.Name)];

    private static string HeadingOf(string name) => string.Concat(name[..1].ToUpper(Language.Dutch), name.AsSpan(1));
}
