using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
internal sealed partial record Schedule(Function Function, CrontabSchedule Cron)
{
    public TimerTriggerAttribute Trigger => (TimerTriggerAttribute)Function.Trigger;

    /// <summary>Reads a timer function's expression; what is wrong with it is told in <paramref name="problems"/>.</summary>
    public static Schedule? Read(Function function, IConfiguration settings, ICollection<string> problems)
    {
        var given = ((TimerTriggerAttribute)function.Trigger).Schedule;
        var missing = SettingName().Matches(given).Select(name => name.Groups[1].Value).FirstOrDefault(name => settings[name] is null);
        if (missing is not null)
        {
            problems.Add($"Function '{function.Name}' takes its schedule from the setting '{missing}', which does not exist.");
            return null;
        }

        var expression = SettingName().Replace(given, name => settings[name.Groups[1].Value]!);
        if (CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is not { } cron)
        {
            problems.Add($"Function '{function.Name}' has a schedule that is not NCRONTAB of six fields (second minute hour day month weekday): '{expression}'.");
            return null;
        }

        return new Schedule(function, cron);
    }

    /// <summary>The first run after a moment.</summary>
    public DateTime After(DateTime utc) => DateTime.SpecifyKind(Cron.GetNextOccurrence(utc), DateTimeKind.Utc);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();
}
