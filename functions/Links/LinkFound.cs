namespace Initiatiefloket.Links;

/// <summary>What became of a token that somebody followed.</summary>
public abstract record LinkFound
{
    private LinkFound()
    {
    }

    /// <summary>The link works.</summary>
    public sealed record Working(Link Link) : LinkFound;

    /// <summary>The link was real, but its time is over.</summary>
    public sealed record Expired(Link Link) : LinkFound;

    /// <summary>The link was real, but went to an address at which its holder does not read mail any more; its time may be over as well.</summary>
    public sealed record ForFormerAddress(Link Link) : LinkFound;

    /// <summary>Nobody was ever sent this, or it was cut off in the mail.</summary>
    public sealed record Unknown : LinkFound;

    /// <summary>Not looked up: whoever follows it followed too many that nobody was sent.</summary>
    /// <param name="Wait">How long until it is looked up again.</param>
    public sealed record NotTried(TimeSpan Wait) : LinkFound;
}
