using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Languages;

/// <summary>
/// The languages that a resident can choose from. Professionals, the council and decision letters have Dutch, the official language (Awb 2:6),
/// and so has everything that runs outside a resident's request; beside a letter a translation may stand.
/// </summary>
public static class Language
{
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>The language that texts are asked for in now.</summary>
    public static CultureInfo Current => IsEnglish ? English : Dutch;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English.TwoLetterISOLanguageName;

    /// <summary>The language as it is stored and as HTML names it: "nl" or "en".</summary>
    public static string Code => Current.TwoLetterISOLanguageName;

    /// <summary>The language of a stored code; Dutch when it is another.</summary>
    public static CultureInfo Of(string? code) => code == English.TwoLetterISOLanguageName ? English : Dutch;

    /// <summary>
    /// Speaks Dutch wherever nobody chose otherwise, whatever the machine is set to: a letter that a workflow writes is in Dutch.
    /// </summary>
    public static void SpeakDutchByDefault()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Dutch;
        Speak(Dutch);
    }

    /// <summary>Speaks this language from here on, until the asynchronous method that calls this ends.</summary>
    public static void Speak(CultureInfo language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;

    /// <summary>Speaks this language while something is written, and after it that of before.</summary>
    public static T In<T>(CultureInfo language, Func<T> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Speak(language);
        try
        {
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}

/// <summary>A text of the policy, in Dutch and, when the municipality wrote it, in English.</summary>
/// <param name="Dutch">What everybody can read who has no other choice.</param>
/// <param name="English">The same in English, or null.</param>
public sealed record LocalText(string Dutch, string? English = null)
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(LocalText? text) => text?.ToString();

    public static implicit operator LocalText(string dutch) => new(dutch);

    /// <summary>The text in the language of now, which for a text of the app stands among its texts.</summary>
    public string In(IStringLocalizer<Texts> texts) => English is null ? texts[Dutch] : ToString();

    /// <summary>The text in the language of now.</summary>
    public override string ToString() => Language.IsEnglish && English is not null ? English : Dutch;
}

/// <summary>Marks functions whose pages a resident can read in English as well.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TwoLanguagesAttribute : Attribute;

/// <summary>Names in a Dutch sentence.</summary>
public static class Enumeration
{
    /// <summary>"Ellen", "Ellen en Sanne", "Ellen, Sanne en Youssef".</summary>
    public static string JoinedWithAnd(this IReadOnlyList<string> names) =>
        names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}" : string.Concat(names);
}
