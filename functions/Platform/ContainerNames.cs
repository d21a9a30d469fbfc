namespace Initiatiefloket.Platform;

/// <summary>The blob containers of the app, created at start.</summary>
public static class ContainerNames
{
    public const string Letters = "letters";
    public const string Documents = "documents";
    public const string Secrets = "secrets";

    public static IReadOnlyList<string> All { get; } = [Letters, Documents, Secrets];
}
