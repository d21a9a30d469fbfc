using System.Net;
using System.Net.Sockets;
using Initiatiefloket.Testing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Hosting;

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

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root.FullName, name), text);
}
