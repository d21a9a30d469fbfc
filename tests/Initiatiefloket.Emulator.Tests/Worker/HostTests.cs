using System.Net;
using System.Net.Sockets;
using Initiatiefloket.Emulator.Tests.Durable;
using Initiatiefloket.Emulator.Tests.Worker.Sample;
using Initiatiefloket.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class HostTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("app-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Start_OnATakenPort_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var host = SampleApp.Build(azurite.ConnectionString, urls: $"http://localhost:{port}").Build();

        var failure = await Assert.ThrowsAsync<HostStartException>(() => host.StartAsync());

        Assert.Equal($"Port {port} cannot be used (AddressAlreadyInUse): stop what listens there, or start with --port <another>.", failure.Message);
    }

    [Fact]
    public async Task Start_OfAnUnknownAssembly_SaysSo()
    {
        using var host = FunctionsApplication.CreateBuilder(["--applicationName=NoSuchApp", "--port=0"]).Build();

        var failure = await Assert.ThrowsAsync<HostStartException>(() => host.StartAsync());

        Assert.Contains("No functions are found in an assembly 'NoSuchApp'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutWebApplication_SaysHowToMend()
    {
        using var host = FunctionsApplication.CreateBuilder(
            [$"--applicationName={typeof(HostTests).Assembly.GetName().Name}", "--port=0", $"--AzureWebJobsStorage={azurite.ConnectionString}"]).Build();

        var failure = await Assert.ThrowsAsync<HostStartException>(() => host.StartAsync());

        Assert.Contains("call ConfigureFunctionsWebApplication() before Build()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WhileAFunctionRuns_WaitsForIt()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var app = await SampleApp.StartAsync(azurite.ConnectionString, configure: builder => builder.UseMiddleware(async (_, next) =>
        {
            started.TrySetResult();
            await finish.Task;
            await next();
        }));
        var answer = app.GetAsync("/numbers/7");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var stopping = app.Host.StopAsync();
        Assert.False(stopping.IsCompleted);
        finish.SetResult();

        Assert.Equal("number 7", await answer.WaitAsync(TimeSpan.FromSeconds(20)));
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Routes_WithAPrefix_StandBelowIt()
    {
        var problems = new List<string>();
        var functions = FunctionFinder.Find([typeof(PageFunctions)], problems);

        var patterns = new HttpRoutes(functions, "api", problems).Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToList();

        Assert.Empty(problems);
        Assert.Contains("api/numbers/{number:int}", patterns);
        Assert.Contains("api/ShowNothing", patterns);
    }

    [Fact]
    public void Configuration_FromLocalSettings_GivesWayToTheCommandLine()
    {
        Write("local.settings.json", """{ "Values": { "Mail__ApiKey": "local", "Mail__Sender": "loket" } }""");
        Write("local.settings.sample.json", """{ "Values": { "Mail__ApiKey": "sample", "Sample": "only" } }""");

        var settings = FunctionsApplication.CreateBuilder([$"--contentRoot={_root.FullName}", "--Mail:Sender=given"]).Configuration;

        Assert.Equal("local", settings["Mail:ApiKey"]);
        Assert.Equal("given", settings["Mail:Sender"]);
        Assert.Null(settings["Sample"]);
    }

    [Fact]
    public void Configuration_WithoutLocalSettings_TakesTheSample()
    {
        Write("local.settings.sample.json", """{ "Values": { "Mail__ApiKey": "sample" } }""");

        var builder = FunctionsApplication.CreateBuilder([$"--contentRoot={_root.FullName}"]);

        Assert.Equal("sample", builder.Configuration["Mail:ApiKey"]);
        Assert.True(builder.Environment.IsDevelopment());
    }

    [Fact]
    public void RoutePrefix_WithoutHostJson_IsApi()
    {
        Write("host.json", """{ "extensions": { "http": { "routePrefix": "loket" } } }""");

        Assert.Equal("loket", HostJson.Read(_root.FullName).RoutePrefix);
        File.Delete(Path.Combine(_root.FullName, "host.json"));
        Write("host.json", "{}");
        Assert.Equal("api", HostJson.Read(_root.FullName).RoutePrefix);
    }

    [Fact]
    public void HostJson_LevelOfACategory_IsTheHostsOwnAndDoesNotReachTheApp()
    {
        Write("host.json", """{ "logging": { "logLevel": { "default": "Information", "Microsoft.AspNetCore": "Error", "Town": "Error" } } }""");
        using var logs = new CapturedLogs();
        using var host = BuildHost(logs);
        var loggers = host.Services.GetRequiredService<ILoggerFactory>();

        Assert.All(["Microsoft.AspNetCore", "System.Net.Http", "Town"], category => Assert.True(loggers.CreateLogger(category).IsEnabled(LogLevel.Information)));
        Assert.False(loggers.CreateLogger("Town").IsEnabled(LogLevel.Debug));
    }

    [Fact]
    public void HostJson_WithADurableKeyThatIsNotHonoured_IsWarnedAbout()
    {
        Write("host.json", """{ "extensions": { "durableTask": { "hubName": "Own", "extendedSessionsEnabled": true } } }""");
        using var logs = new CapturedLogs();
        using var host = BuildHost(logs);

        Assert.Equal(
            ["host.json: extensions.durableTask.extendedSessionsEnabled is not emulated and has no effect here."],
            logs.Lines.Select(line => line.Message).Where(message => message.Contains("durableTask")));
    }

    private IHost BuildHost(CapturedLogs logs)
    {
        var builder = FunctionsApplication.CreateBuilder(
            [$"--applicationName={typeof(HostTests).Assembly.GetName().Name}", $"--contentRoot={_root.FullName}", "--port=0"]);
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddScoped<Visit>().AddSingleton<Diary>();
        builder.ConfigureFunctionsWebApplication();
        return builder.Build();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root.FullName, name), text);
}
