namespace Initiatiefloket.Workflow;

/// <summary>How a case ended; output of <see cref="InitiativeWorkflow"/>.</summary>
public enum Ending
{
    Granted,
    Rejected,
    SetAside,
    Withdrawn,

    /// <summary>Nobody decided after all reminders.</summary>
    LeftToDesk,
}
