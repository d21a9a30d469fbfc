using System.Globalization;

namespace Initiatiefloket.Languages;

/// <summary>
/// The languages that a resident can choose from. Professionals, the council and decision letters have Dutch, the official language (Awb 2:6),
/// and so has everything that runs outside a resident's request.
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
}
