using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// The app with the host around it. What keeps it from starting is one clear text: on standard error with exit code 1 when
/// the process is the app's own, an exception when a test hosts it.
/// </summary>
internal sealed class EmulatedHost(WebApplication web, FunctionsApp app) : IHost, IAsyncDisposable
{
    private DevelopmentStorage? _storage;

    public IServiceProvider Services => web.Services;

    private bool OwnsProcess =>
        Assembly.GetEntryAssembly()?.GetName().Name == web.Environment.ApplicationName;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            app.CheckConstructors(web.Services);
            app.ThrowOnProblems();
            PortCheck.ThrowIfTaken(app.Addresses);
            await StartStorageAsync(cancellationToken);
            await web.StartAsync(cancellationToken);
            Announce();
        }
        catch (HostStartException failure) when (OwnsProcess)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            GiveUp();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await web.StopAsync(cancellationToken);
        await StopStorageAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await StopStorageAsync();
        await web.DisposeAsync();
    }

    private async Task StartStorageAsync(CancellationToken cancellationToken)
    {
        if (app.Storage == "UseDevelopmentStorage=true")
        {
            var storage = new DevelopmentStorage(
                web.Environment.ContentRootPath, location: ".azurite", web.Services.GetRequiredService<ILogger<DevelopmentStorage>>());
            await storage.StartAsync(GiveUp, cancellationToken);
            _storage = storage;
        }
    }

    private async Task StopStorageAsync()
    {
        if (Interlocked.Exchange(ref _storage, null) is { } storage)
        {
            await storage.DisposeAsync();
        }
    }

    private void GiveUp()
    {
        Environment.ExitCode = 1;
        web.Lifetime.StopApplication();
    }

    private void Announce()
    {
        foreach (var address in web.Urls)
        {
            Console.WriteLine($"Site:    {address}/");
            Console.WriteLine($"Mailbox: {address}/dev/mail");
        }
    }
}
