namespace Initiatiefloket.Flow;

/// <summary>How a case ended; output of a case's workflow.</summary>
public enum Ending
{
    Granted,
    Rejected,
    SetAside,
    Withdrawn,

    /// <summary>Nobody decided after all reminders.</summary>
    LeftToDesk,
}

/// <summary>Input of the last step of a case.</summary>
/// <param name="Id">Reference of the initiative.</param>
/// <param name="PotYear">Year of the pot that pays.</param>
/// <param name="Ending">How it ended.</param>
public sealed record CaseEnded(string Id, int PotYear, Ending Ending);
