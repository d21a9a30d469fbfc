namespace Initiatiefloket.Policies;

/// <summary>Who decides on an application; the dial between freedom and control.</summary>
public enum DecidedBy
{
    /// <summary>The professional; the council reads it in the digest.</summary>
    Professional,

    /// <summary>The professional, unless enough council members call the case in within the window.</summary>
    CouncilWindow,

    /// <summary>The council, after the professional's advice.</summary>
    CouncilVote,
}
