using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Assignment;

/// <summary>Why a case is over for somebody on whose list it is.</summary>
public abstract record ListedEnd
{
    private ListedEnd()
    {
    }

    /// <summary>The case is closed.</summary>
    public sealed record Closed : ListedEnd;

    /// <summary>Somebody else took their place, and they voted in no round or are involved.</summary>
    public sealed record HandedOver(HandOver Change) : ListedEnd;
}
