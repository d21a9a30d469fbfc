namespace Initiatiefloket.Platform;

/// <summary>The tables of the app, created at start.</summary>
public static class TableNames
{
    public const string Initiatives = "Initiatives";
    public const string Forms = "Forms";
    public const string Links = "Links";
    public const string LinkIndex = "LinkIndex";
    public const string MailLog = "MailLog";
    public const string Pot = "Pot";
    public const string Signals = "Signals";
    public const string ChangeFeed = "ChangeFeed";
    public const string Support = "Support";
    public const string Shares = "Shares";

    public static IReadOnlyList<string> All { get; } = [Initiatives, Forms, Links, LinkIndex, MailLog, Pot, Signals, ChangeFeed, Support, Shares];
}
