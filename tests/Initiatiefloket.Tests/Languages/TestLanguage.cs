using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Tests.Languages;

/// <summary>Tests speak Dutch unless they say otherwise, as the app does, also on a machine or in a shell that is set to another language.</summary>
internal static class TestLanguage
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "Nothing else runs before all tests.")]
    public static void SpeakDutch() => Language.SpeakDutchByDefault();
}
