using Initiatiefloket.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Languages;

/// <summary>Texts as the app gives them, in the language of the test.</summary>
internal static class AppTexts
{
    private static readonly ResourceManagerStringLocalizerFactory Factory =
        new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);

    public static IStringLocalizer<Texts> Localizer { get; } = new StringLocalizer<Texts>(Factory);
}
