using Microsoft.Azure.Functions.Worker.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Testing;

/// <summary>
/// The whole app in this process, on a port of its own: real pages, workflows and storage (Azurite); only the clock and the post
/// office are ours.
/// </summary>
public sealed class LoketHost : IAsyncDisposable
{
    private readonly IHost _host;

    private LoketHost(IHost host, Uri address)
    {
        _host = host;
        Address = address;
        Post = new PostOffice(address);
    }

    /// <summary>Where the site answers.</summary>
    public Uri Address { get; }

    /// <summary>The dev mailbox.</summary>
    public PostOffice Post { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Client of the app's workflows.</summary>
    public DurableTaskClient Workflows => Services.GetRequiredService<IDurableTaskClientProvider>().GetClient(DurableFunctions.ClientName);

    /// <summary>Starts the app.</summary>
    /// <param name="storage">Connection string of the storage to run on.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static Task<LoketHost> StartAsync(string storage, TimeProvider clock, params string[] settings) => StartAsync(storage, clock, _ => { }, settings);

    /// <summary>Starts the app with services of a test in it.</summary>
    /// <param name="storage">Connection string of the storage to run on.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="add">Adds services after the app's own.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static async Task<LoketHost> StartAsync(string storage, TimeProvider clock, Action<IServiceCollection> add, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var builder = Loket.CreateBuilder(
        [
            "--applicationName=Initiatiefloket",
            $"--urls={address}",
            $"--AzureWebJobsStorage={storage}",
            $"--Site:PublicAddress={address}",
            $"--Mail:ApiHost={address}dev/sendgrid",
            "--HumanCheck:LeastSeconds=0",
            .. settings,
        ]);
        builder.Services.AddSingleton(clock);
        add(builder.Services);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await host.StopAsync();
            host.Dispose();
            throw;
        }

        return new LoketHost(host, address);
    }

    /// <summary>A new visitor, with cookies of their own.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Post.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
