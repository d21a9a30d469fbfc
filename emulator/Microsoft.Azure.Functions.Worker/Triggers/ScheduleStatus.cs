namespace Microsoft.Azure.Functions.Worker;

/// <summary>Moments of a schedule, all UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run that was recorded; <see cref="DateTime.MinValue"/> before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
