using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Initiatiefloket.Languages;
using Initiatiefloket.Submission;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Tests.Infra;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Languages;

/// <summary>Whatever a resident can read in Dutch can be read in English, and no English text is left of a Dutch one that is gone.</summary>
public sealed partial class TextsTests
{
    private static readonly Assembly App = typeof(Language).Assembly;

    public static TheoryData<string> Features { get; } = [.. App.GetTypes()
        .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && ResourcesOf(type.FullName!).Count > 0)
        .Select(type => type.FullName!)];

    [Fact]
    public void Features_WithEnglishTexts_AreFound() => Assert.Contains(typeof(WebTexts).FullName!, Features);

    [Theory]
    [MemberData(nameof(Features))]
    public void Texts_OfAFeature_AreAllThereInEnglish(string feature)
    {
        var dutch = TextsInSourcesOf(feature);
        var english = ResourcesOf(feature);

        Assert.Empty(dutch.Except(english.Keys));
        Assert.Empty(english.Keys.Except(dutch));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void EnglishText_OfAFeature_HasThePlacesOfTheDutchOne(string feature) =>
        Assert.All(ResourcesOf(feature), text => Assert.Equal(PlacesIn(text.Key), PlacesIn(text.Value)));

    private static Dictionary<string, string> ResourcesOf(string feature)
    {
        var resources = new ResourceManager(feature, App);
        try
        {
            return resources.GetResourceSet(Language.English, createIfNotExists: true, tryParents: false) is { } set
                ? set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!)
                : [];
        }
        catch (MissingManifestResourceException)
        {
            return [];
        }
    }

    // The sources of a feature are those in its folder. Failures are texts of the web that stand in data.
    private static HashSet<string> TextsInSourcesOf(string feature)
    {
        var folder = Repository.PathOf("functions", feature.Split('.')[1]);
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups[1].Value))
            .ToHashSet();
        if (feature == typeof(WebTexts).FullName)
        {
            texts.UnionWith(Failures().SelectMany(failure => failure.Advice.Append(failure.Title)));
        }

        if (feature == typeof(SubmissionTexts).FullName)
        {
            texts.UnionWith(FormSteps.All.Select(step => step.Title));
        }

        return texts;
    }

    private static IEnumerable<Failure> Failures() => typeof(Failure)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => (Failure)property.GetValue(null)!)
        .Append(Failure.Bug("code"))
        .Append(Failure.TooMany(TimeSpan.Zero));

    private static string PlacesIn(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("""\b(?:T|texts|Texts|_texts)\["((?:[^"\\]|\\.)*)" *[\],]""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
