namespace Initiatiefloket.Initiatives;

/// <summary>How saving a change went.</summary>
public abstract record Saved
{
    private Saved(Initiative initiative) => Initiative = initiative;

    /// <summary>The initiative as it is stored now.</summary>
    public Initiative Initiative { get; }

    /// <summary>This call stored the change.</summary>
    public sealed record Now(Initiative Changed) : Saved(Changed);

    /// <summary>The change was stored before, by this step run earlier or by somebody else who was first.</summary>
    public sealed record Before(Initiative Current, InitiativeEvent Event) : Saved(Current);

    /// <summary>The initiative is no longer in a state in which this may happen.</summary>
    public sealed record TooLate(Initiative Current) : Saved(Current);
}
