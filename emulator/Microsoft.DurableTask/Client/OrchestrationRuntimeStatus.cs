namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has started and is not finished.</summary>
    Running = 0,

    /// <summary>It finished with an output.</summary>
    Completed = 1,

    /// <summary>It started over; seen only between two runs.</summary>
    ContinuedAsNew = 2,

    /// <summary>It finished with a failure.</summary>
    Failed = 3,

    /// <summary>Not used by this engine.</summary>
    Canceled = 4,

    /// <summary>A client ended it.</summary>
    Terminated = 5,

    /// <summary>It was scheduled and has not started.</summary>
    Pending = 6,

    /// <summary>A client paused it.</summary>
    Suspended = 7,
}
