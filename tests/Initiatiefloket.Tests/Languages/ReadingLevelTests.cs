using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests.Languages;

/// <summary>
/// What a resident reads in Dutch is at level B1. No formula measures that exactly, so the limits only catch what is far above it. Advice on
/// writing at B1 is sentences of some ten words, and none above twenty. Texts known to be B1 (below) score 70 and more, a text of law 20;
/// 60 is where "ordinary" ends, and what 45 is for one sentence with a long word in it that cannot be missed, such as "initiatiefnemer".
/// </summary>
public sealed partial class ReadingLevelTests
{
    private const double LowestOfAFeature = 60;
    private const double LowestOfASentence = 45;
    private const int MostWords = 20;

    // Of a shorter sentence one long word decides the score.
    private const int FewestWordsToJudge = 10;

    public static TheoryData<string> Features { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("functions")).Select(folder => Path.GetFileName(folder)).Where(name => TextsOf(name).Count > 0)];

    [Fact]
    public void Features_WithTexts_AreFound() => Assert.Contains("Submission", Features);

    [Theory]
    [InlineData("Heeft u een vraag? Bel ons dan. Wij helpen u graag met het formulier. U hoort binnen acht weken of u geld krijgt.")]
    [InlineData("U krijgt een brief van ons. Daarin staat wat wij hebben besloten en waarom. Bent u het er niet mee eens? Dan kunt u bezwaar maken.")]
    public void Of_ATextAtB1_IsAbove70(string text) => Assert.InRange(ReadingLevel.Of(text), 70, 130);

    [Theory]
    [InlineData("Het bestuursorgaan kan besluiten de aanvraag niet te behandelen, indien de aanvrager niet heeft voldaan aan enig wettelijk voorschrift voor het in behandeling nemen van de aanvraag, mits de aanvrager de gelegenheid heeft gehad de aanvraag binnen een door het bestuursorgaan gestelde termijn aan te vullen.")]
    public void Of_ATextOfLaw_IsBelow40(string text) => Assert.InRange(ReadingLevel.Of(text), -50, 40);

    [Theory]
    [MemberData(nameof(Features))]
    public void Texts_OfAFeature_ReadEasily(string feature)
    {
        var texts = TextsOf(feature);
        Assert.DoesNotContain(texts.SelectMany(ReadingLevel.SentencesIn), IsHard);
        Assert.InRange(ReadingLevel.Of(texts), LowestOfAFeature, 130);
    }

    [Fact]
    public void Texts_OfThePolicy_ReadEasily()
    {
        var texts = DutchIn(JsonNode.Parse(Repository.Read("functions", "Policies", "policy.json"))!).ToList();
        Assert.True(texts.Count > 20);
        Assert.DoesNotContain(texts.SelectMany(ReadingLevel.SentencesIn), IsHard);
    }

    private static bool IsHard(string sentence)
    {
        var words = ReadingLevel.WordsIn(sentence).Count;
        return words > MostWords || (words >= FewestWordsToJudge && ReadingLevel.Of(sentence) < LowestOfASentence);
    }

    private static List<string> TextsOf(string feature) =>
    [
        .. feature == "Initiatives" ? PlainQuestions.Declared.SelectMany(question => question.Texts).Select(text => text.Dutch) : [],
        .. Directory.EnumerateFiles(Repository.PathOf("functions", feature), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups[1].Value))
            .Distinct(),
    ];

    // The policy gives what residents read in both languages.
    private static IEnumerable<string> DutchIn(JsonNode node) => node switch
    {
        JsonObject both when both.ContainsKey("nl") => [both["nl"]!.GetValue<string>()],
        JsonObject other => other.Select(part => part.Value).OfType<JsonNode>().SelectMany(DutchIn),
        JsonArray all => all.OfType<JsonNode>().SelectMany(DutchIn),
        _ => [],
    };

    [GeneratedRegex("""\b(?:T|texts|Texts|_texts)\["((?:[^"\\]|\\.)*)" *[\],]""")]
    private static partial Regex Literal();
}
