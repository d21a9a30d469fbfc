using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Languages;

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
