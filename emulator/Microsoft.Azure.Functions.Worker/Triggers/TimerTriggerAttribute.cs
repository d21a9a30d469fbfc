using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on a schedule, in UTC, one run at a time.</summary>
/// <param name="schedule">
/// NCRONTAB expression of six fields (second minute hour day month weekday), or <c>%Name%</c> of a setting that holds one.
/// </param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The expression or setting name as given.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the function also runs when the host starts. Default false.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Whether the last run is remembered, so that a run missed while the host was down is made up. Default true.</summary>
    public bool UseMonitor { get; set; } = true;
}
