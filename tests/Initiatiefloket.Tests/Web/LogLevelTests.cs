using Initiatiefloket.Tests.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Tests.Web;

public sealed class LogLevelTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware", LogLevel.Warning)]
    [InlineData("System.Net.Http.HttpClient.Mail.LogicalHandler", LogLevel.Warning)]
    [InlineData("Azure.Core", LogLevel.Error)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)]
    [InlineData("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.None)]
    [InlineData("Initiatiefloket.Web.FailurePages", LogLevel.Information)]
    public void Logger_OfTheApp_LeavesOutWhatComesWithEachRequest(string category, LogLevel least)
    {
        using var logs = new CapturedLogs();
        using var services = new ServiceCollection().AddWebWithKeysInMemory().AddLogging(logging => logging.AddProvider(logs)).BuildServiceProvider();

        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        Assert.Equal(least, Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || logger.IsEnabled(level)));
    }
}
