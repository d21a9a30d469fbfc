using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>
/// Writes a letter from what it decides, in Dutch, the official language (Awb 2:6), and beside it a translation for an applicant who has another language. Both are
/// made by the same lines, so that one cannot say what the other does not.
/// </summary>
public sealed class LetterWords(IStringLocalizer<Texts> texts)
{
    /// <summary>The letter with all its words, in which only days that are counted from the day of sending are open.</summary>
    /// <exception cref="InvalidOperationException">A part that the law asks has no words: then there is no letter.</exception>
    public LetterDocument Of(LetterModel letter)
    {
        var (dutch, own) = (WrittenIn(Language.Dutch, letter), Language.Of(letter.Head.Language));
        return own == Language.Dutch ? dutch : dutch with { Translation = WrittenIn(own, letter) };
    }

    private LetterDocument WrittenIn(CultureInfo language, LetterModel letter) => Language.In(language, () => Written(letter));

    private LetterDocument Written(LetterModel letter)
    {
        var head = letter.Head;
        var draft = DraftOf(letter);
        EndOf(draft, letter);
        var below = new LetterDraft(texts, draft.Subject);
        if (letter is DecisionModel decision)
        {
            RemedyWords.Write(below, decision);
        }

        return new LetterDocument
        {
            Language = Language.Code,
            Notice = Language.IsEnglish ? NoticeOf(letter) : [],
            Subject = draft.Subject,
            Sender = HeadingOf(head.Sender.Name),
            SenderAddress = head.Sender.Address,
            Addressee = head.Addressee,
            Facts = FactsOf(letter),
            Body = draft.Body,
            Closing = texts["Met vriendelijke groet,"],
            SignedBy = SignatureOf(head),
            Below = below.Body,
            Days = [.. draft.Days, .. below.Days],
        };
    }

    private LetterDraft DraftOf(LetterModel letter) => letter switch
    {
        AwardModel award => GrantWords.Of(award, texts),
        SettledAwardModel settled => GrantWords.Of(settled, texts),
        SettlementModel settlement => SettlementWords.Of(settlement, texts),
        RefusalModel refusal => RefusalWords.Of(refusal, texts),
        SetAsideModel aside => RefusalWords.Of(aside, texts),
        IntentionModel intention => RefusalWords.Of(intention, texts),
        AmendmentModel amendment => LaterWords.Of(amendment, texts),
        RevocationModel revocation => LaterWords.Of(revocation, texts),
        RecoveryModel recovery => LaterWords.Of(recovery, texts),
        PenaltyModel penalty => LaterWords.Of(penalty, texts),
        ObjectionModel objection => LaterWords.Of(objection, texts),
        _ => throw new UnreachableException(),
    };

    private IReadOnlyList<string> NoticeOf(LetterModel letter) =>
    [
        letter is DecisionModel
            ? texts["Dit is een vertaling voor uw gemak. Alleen de brief in het Nederlands is het besluit."]
            : texts["Dit is een vertaling voor uw gemak. Alleen de brief in het Nederlands telt."],
        texts["Sommige delen schreef de gemeente in het Nederlands. Die staan hier zoals zij zijn geschreven."],
    ];

    private void EndOf(LetterDraft draft, LetterModel letter)
    {
        var (head, scheme) = (letter.Head, letter.Head.Scheme);
        if (head.Changes.Count > 0)
        {
            draft.Say(texts["Sinds wij uw aanvraag kregen, is dit gewijzigd. Klopt dat niet? Bel ons dan meteen: {0}.", head.Sender.Phone])
                .List([.. head.Changes.Select(change => ContactLines.Of(change, texts))]);
        }

        // What is owed because of being late rests on the law alone, which stands in that letter.
        if (letter is not PenaltyModel)
        {
            var rests = texts["Die rust op: {0}; {1}.", scheme.Article.AsWritten, scheme.AsvArticle.AsWritten];
            var found = texts["U vindt de regeling hier: {0}.", scheme.PublishedAt.AsWritten];
            draft.Heading(texts["Waarop dit rust"])
                .Say($"{ActingBy(letter)} {rests} {found} {texts["Voor uw aanvraag gelden de regels van versie {0}.", head.PolicyVersion]}");
        }

        draft.Say(texts["Heeft u vragen? Mail of bel ons: {0}, {1}.", head.Sender.Email, head.Sender.Phone]);
    }

    private string ActingBy(LetterModel letter) => letter is DecisionModel
        ? texts["Wij besluiten volgens de {0}.", letter.Head.Scheme.Name.AsWritten]
        : texts["Wij handelen volgens de {0}.", letter.Head.Scheme.Name.AsWritten];

    private IReadOnlyList<LetterFact> FactsOf(LetterModel letter) =>
    [
        new(letter is DecisionModel ? texts["Besloten op"] : texts["Datum"], letter.Head.DecidedOn.InWords()),
        new(texts["Verzonden op"], LetterDay.Sent),
        new(texts["Ons kenmerk"], letter.Head.Reference),
        new(texts["Contact"], letter.Head.Sender.Email),
    ];

    // Awb 10:10: a decision under mandate says on behalf of which body it was taken.
    private IReadOnlyList<string> SignatureOf(LetterHead head) => head.Body is { Mandate: { } mandate, Signer: { } signer }
        ? [texts["namens {0}", head.Body.Name.AsWritten], signer, mandate.Role.AsWritten, $"({mandate.Article.AsWritten})"]
        : [HeadingOf(head.Body.Name).AsWritten];

    private static string HeadingOf(string name) => string.Concat(name[..1].ToUpper(Language.Dutch), name.AsSpan(1));
}

/// <summary>How letters begin.</summary>
internal static class LetterGreeting
{
    public static LetterDraft Greeted(this LetterDraft draft, LetterHead head) => draft
        .Say(draft.Texts["Beste {0},", head.Name])
        .Say(draft.Texts["U vroeg op {0} geld aan voor uw initiatief \"{1}\".", head.AppliedOn.InWords(), head.Title]);
}
