using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Initiatiefloket.DevHost;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Testing;

/// <summary>
/// The whole app in this process, on a port of its own: the real worker with its pages and workflows, and real storage (Azurite). Ours are the clock, the post
/// office, and what carries the workflows on (<see cref="TestDurable"/>).
/// </summary>
public sealed class LoketHost : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Hub> Hubs = new();

    private readonly InProcessApp _app;
    private readonly GrpcChannel _channel;

    private LoketHost(InProcessApp app, TestDurable durable)
    {
        (_app, Durable) = (app, durable);
        _channel = GrpcChannel.ForAddress(app.WorkerProtocol);
        Post = new PostOffice(app.Address);
        Workflows = new GrpcDurableTaskClient("test", new GrpcDurableTaskClientOptions { Channel = _channel }, NullLogger.Instance);
    }

    /// <summary>Where the site answers.</summary>
    public Uri Address => _app.Address;

    /// <summary>The dev mailbox.</summary>
    public PostOffice Post { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Client of the app's workflows.</summary>
    public DurableTaskClient Workflows { get; }

    /// <summary>What carries the workflows on.</summary>
    internal TestDurable Durable { get; }

    /// <summary>Starts the app.</summary>
    /// <param name="storage">Connection string of the storage to run on.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static Task<LoketHost> StartAsync(string storage, TimeProvider clock, params string[] settings) => StartAsync(storage, clock, _ => { }, settings);

    /// <summary>Starts the app with services of a test in it.</summary>
    /// <param name="storage">Connection string of the storage to run on; workflows and mails of an earlier app on it are there again.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="add">Adds services after the app's own.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static async Task<LoketHost> StartAsync(string storage, TimeProvider clock, Action<IServiceCollection> add, params string[] settings)
    {
        var hub = Hubs.GetOrAdd(storage, _ => new Hub(new TestDurable(clock, "1.0"), new DevMailStore(folder: null, clock)));
        return new LoketHost(await InProcessApp.StartAsync(
            typeof(Loket).Assembly,
            hub.Durable,
            (site, worker) =>
            {
                var builder = Loket.CreateBuilder([.. LocalSettings(), .. worker, .. OwnSettings(site, storage), .. settings]);
                builder.Services.AddSingleton(clock);
                add(builder.Services);
                return builder;
            },
            new DevMail(hub.Mails).Map), hub.Durable);
    }

    /// <summary>A new visitor, with cookies of their own.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Post.Dispose();
        await _app.DisposeAsync();
        _channel.Dispose();
    }

    private static string[] OwnSettings(Uri site, string storage) =>
    [
        "--applicationName=Initiatiefloket",
        $"--AzureWebJobsStorage={storage}",
        $"--Site:PublicAddress={site}",
        $"--Mail:ApiHost={site}dev/sendgrid",
        "--HumanCheck:LeastSeconds=0",
    ];

    private static IEnumerable<string> LocalSettings() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")))!["Values"]!.AsObject()
            .Select(value => $"--{value.Key.Replace("__", ":", StringComparison.Ordinal)}={value.Value}");

    /// <summary>What outlives an app: its workflows, and the mails it sent.</summary>
    private sealed record Hub(TestDurable Durable, DevMailStore Mails);
}
