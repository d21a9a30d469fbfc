namespace Initiatiefloket.Links;

/// <summary>Why a link does not open its page.</summary>
public enum LinkDeath
{
    /// <summary>Nobody was ever sent it, or what it was about is gone.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was mailed to an address that was replaced since, or to somebody who left.</summary>
    AddressReplaced,
}
