using System.Diagnostics;

namespace Initiatiefloket.Platform;

/// <summary>Says in the trace of a request or a step which initiative it is about: the reference, never a name.</summary>
internal static class CaseInTrace
{
    private const string Tag = "initiatiefloket.initiative";

    public static void Note(string initiativeId) => Activity.Current?.SetTag(Tag, initiativeId);
}
