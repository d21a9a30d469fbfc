using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Tests.Infra;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Languages;

/// <summary>Whatever a resident can read in Dutch can be read in English, and no English text is left of a Dutch one that is gone.</summary>
public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> English = new ResourceManager(typeof(Texts))
        .GetResourceSet(Language.English, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [Fact]
    public void Texts_InDutch_AreAllThereInEnglish()
    {
        var dutch = TextsInSources();

        Assert.Empty(dutch.Except(English.Keys));
        Assert.Empty(English.Keys.Except(dutch));
    }

    [Fact]
    public void EnglishText_HasThePlacesOfTheDutchOne() => Assert.All(English, text => Assert.Equal(PlacesIn(text.Key), PlacesIn(text.Value)));

    // Failures, titles of steps, plain questions and what is wrong with a date are texts that stand in data.
    private static HashSet<string> TextsInSources() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("functions"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups[1].Value)),
        .. Failures().SelectMany(failure => failure.Advice.Append(failure.Title)),
        .. FormSteps.All.Select(step => step.Title),
        .. PlainQuestions.Declared.SelectMany(question => question.Texts).Select(text => text.Dutch),
        .. TypedDate.Faults.Select(fault => fault.Dutch),
        Gap.StartsOn.Words.ForApplicant.Dutch,
        Gap.Costs.Words.ForApplicant.Dutch,
    ];

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
