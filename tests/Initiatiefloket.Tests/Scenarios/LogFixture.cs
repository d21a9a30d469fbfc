using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that logs everything from Information on, also what the app and the host usually leave out.</summary>
public sealed class LogFixture : OutageFixture
{
    public CapturedLogs Logs { get; } = new();

    protected override void AddTo(IServiceCollection services) => services.AddLogging(logging => logging
        .AddProvider(Logs)
        .AddFilter(null, LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Information)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Information)
        .AddFilter("Azure", LogLevel.Information)
        .AddFilter("System.Net.Http", LogLevel.Information));
}
