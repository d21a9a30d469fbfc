using System.Diagnostics.CodeAnalysis;

namespace Initiatiefloket.Languages;

/// <summary>A text of the policy, in Dutch and, when the municipality wrote it, in English.</summary>
/// <param name="Dutch">What everybody can read who has no other choice.</param>
/// <param name="English">The same in English, or null.</param>
public sealed record LocalText(string Dutch, string? English = null)
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(LocalText? text) => text?.ToString();

    public static implicit operator LocalText(string dutch) => new(dutch);

    /// <summary>The text in the language of now.</summary>
    public override string ToString() => Language.IsEnglish && English is not null ? English : Dutch;
}
