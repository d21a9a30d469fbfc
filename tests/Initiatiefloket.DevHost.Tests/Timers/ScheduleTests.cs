using System.Text.Json.Nodes;
using Initiatiefloket.DevHost.Protocol;
using Microsoft.Extensions.Configuration;

namespace Initiatiefloket.DevHost.Tests.Timers;

public sealed class ScheduleTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0 0 17 * * SUN", "2026-03-08 17:00:00")]
    [InlineData("30 */5 * * * *", "2026-03-02 09:30:30")]
    [InlineData("15 10 * * *", "2026-03-02 10:15:00")]
    [InlineData("01:30:00", "2026-03-02 11:00:00")]
    [InlineData("%Digest%", "2026-03-02 18:00:00")]
    public void After_WhenTheExpressionIsRead_IsItsNextMomentInUtc(string expression, string expected)
    {
        var next = Read(expression).After(Monday);

        Assert.Equal(expected, $"{next:yyyy-MM-dd HH:mm:ss}");
        Assert.Equal(DateTimeKind.Utc, next.Kind);
    }

    [Theory]
    [InlineData("every day", "Function 'Sweep' has a schedule that is neither NCRONTAB (second minute hour day month weekday) nor a time span: 'every day'.")]
    [InlineData("%Absent%", "Function 'Sweep' takes its schedule from the setting 'Absent', which does not exist.")]
    public void Of_WhenTheExpressionIsWrong_SaysWhy(string expression, string expected) => Assert.Equal(expected, Assert.Throws<HostStartException>(() => Read(expression)).Message);

    private static Schedule Read(string expression)
    {
        var trigger = new JsonObject { ["type"] = "timerTrigger", ["name"] = "timer", ["schedule"] = expression };
        return Schedule.Of(new Function(new RpcFunctionMetadata { Name = "Sweep" }, trigger, [trigger]), new ConfigurationBuilder().AddInMemoryCollection([new("Digest", "0 0 18 * * *")]).Build());
    }
}
