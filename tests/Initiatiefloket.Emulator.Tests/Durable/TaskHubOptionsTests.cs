using Microsoft.DurableTask.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class TaskHubOptionsTests
{
    [Theory]
    [InlineData(null, "FromHostJson")]
    [InlineData("FromSetting", "FromSetting")]
    public void HubName_WithAnAppSetting_IsThatOfTheSetting(string? setting, string expected)
    {
        var settings = new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = setting };
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddTaskHub()
            .Configure<TaskHubOptions>(options => options.HubName = "FromHostJson")
            .BuildServiceProvider();

        Assert.Equal(expected, services.GetRequiredService<IOptions<TaskHubOptions>>().Value.HubName);
    }
}
