namespace Initiatiefloket.Support;

/// <summary>What became of a neighbour's wish to support an initiative.</summary>
public abstract record SupportAsked
{
    private SupportAsked()
    {
    }

    /// <summary>A mail to confirm is on its way, or went out a moment ago.</summary>
    public sealed record Mailed : SupportAsked;

    /// <summary>The mail service refuses the address.</summary>
    public sealed record NoSuchAddress : SupportAsked;

    /// <summary>This sender or address asked too often.</summary>
    public sealed record TooOften(TimeSpan Wait) : SupportAsked;
}
