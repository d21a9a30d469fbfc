using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council.Proposal;

/// <summary>The decision as the council could take it: the advice, in the words of a decision. The clerk and the council make of it what they want.</summary>
internal static class DraftDecision
{
    private const string Day = "[datum]";

    /// <summary>The last part of a proposal.</summary>
    public static IEnumerable<WordBlock> Of(CouncilDecisionView view)
    {
        var (municipality, scheme) = (view.Policy.Municipality, view.Policy.Scheme);
        return
        [
            new WordBlock.Heading("Ontwerpbesluit"),
            new WordBlock.Paragraph(
                $"{InSentenceStart(municipality.Council)},\n"
                + $"gelezen het advies over aanvraag {view.Initiative.Id},\n"
                + $"gelet op {scheme.Name} en {scheme.Article},"),
            new WordBlock.Subheading("besluit:"),
            new WordBlock.Numbers([.. view.IsAdvice ? Opinion(view) : Grant(view)]),
            new WordBlock.Paragraph($"Aldus besloten in de openbare vergadering van {Day}.\nDe griffier, [naam]\nDe voorzitter, [naam]"),
        ];
    }

    private static IEnumerable<string> Grant(CouncilDecisionView view) =>
    [
        $"Subsidie te verlenen van {view.Initiative.AmountAdvised} voor het initiatief \"{view.Initiative.Title}\".",
        $"Deze subsidie te betalen uit het budget voor bewonersinitiatieven van {view.Initiative.PotYear}.",
        .. view.Advice!.DutiesIn(view.Policy).Select(duty => $"Aan de subsidie deze verplichting te verbinden: {duty}"),
    ];

    private static IEnumerable<string> Opinion(CouncilDecisionView view) =>
    [
        $"Kennis te nemen van het plan van {view.Policy.Municipality.College} om subsidie te verlenen van {view.Initiative.AmountAdvised} voor het initiatief \"{view.Initiative.Title}\".",
        "Tegen dit plan [geen / deze] bedenkingen te hebben.",
        "Het college [geen / deze] wensen mee te geven.",
    ];

    private static string InSentenceStart(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
