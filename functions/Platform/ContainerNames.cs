namespace Initiatiefloket.Platform;

/// <summary>The blob containers of the app, created at start.</summary>
public static class ContainerNames
{
    public const string Letters = "letters";

    public static IReadOnlyList<string> All { get; } = [Letters];
}
