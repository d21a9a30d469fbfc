namespace Initiatiefloket.DevHost;

/// <summary>When a timer function runs, in UTC.</summary>
/// <param name="After">The first run after a moment.</param>
internal sealed partial record Schedule(Func<DateTime, DateTime> After)
{
    /// <summary>Reads a function's NCRONTAB expression of six or five fields, or time between two runs, with settings in the place of <c>%Name%</c>.</summary>
    public static Schedule Of(Function function, IConfiguration settings)
    {
        var expression = SettingName().Replace((string?)function.Trigger["schedule"] ?? "", name => settings[name.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new HostStartException($"Function '{function.Name}' takes its schedule from the setting '{name.Groups[1].Value}', which does not exist."));
        var isOfFive = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5;
        return CrontabSchedule.TryParse(expression, new() { IncludingSeconds = !isOfFive }) is { } cron ? new(moment => DateTime.SpecifyKind(cron.GetNextOccurrence(moment), DateTimeKind.Utc))
            : TimeSpan.TryParse(expression, out var between) && between > TimeSpan.Zero ? new(moment => moment + between)
            : throw new HostStartException($"Function '{function.Name}' has a schedule that is neither NCRONTAB (second minute hour day month weekday) nor a time span: '{expression}'.");
    }

    /// <summary>Whether runs come so often that the real host does not remember them.</summary>
    public bool IsOftenerThanAMinute(DateTime utc) => After(After(utc)) - After(utc) < TimeSpan.FromMinutes(1);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();
}
