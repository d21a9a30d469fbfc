namespace Initiatiefloket.Council;

/// <summary>What the council's role in a case led to.</summary>
public enum CouncilOutcome
{
    /// <summary>The council let it pass, decided to grant it, or (band "vrij") only reads it in the digest.</summary>
    Agrees,

    /// <summary>The council decided not to grant it.</summary>
    Declines,

    /// <summary>The council's decision was never recorded, after all reminders.</summary>
    NobodyDecided,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,
}
