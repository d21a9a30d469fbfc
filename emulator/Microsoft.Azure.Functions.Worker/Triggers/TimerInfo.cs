namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function may know about its run.</summary>
public class TimerInfo
{
    /// <summary>Last and next run; null when the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for one that was missed while the host was down.</summary>
    public bool IsPastDue { get; set; }
}
