using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.DevMail;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Mailbox;

/// <summary>
/// What the Functions host does not bring along on one machine: Azurite, and the mailbox in the place of SendGrid's API. Settings: <c>port</c> (7072) and
/// <c>AzureWebJobsStorage</c> (development storage, which is started when nothing listens).
/// </summary>
internal sealed class MailboxHost(WebApplication web, string storage, string address) : IAsyncDisposable
{
    private const string OwnStorage = "UseDevelopmentStorage=true";

    private DevelopmentStorage? _azurite;

    public static MailboxHost Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var address = $"http://localhost:{builder.Configuration["port"] ?? "7072"}";
        var storage = builder.Configuration["AzureWebJobsStorage"] ?? OwnStorage;
        builder.WebHost.UseUrls(address);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var web = builder.Build();
        web.MapDevMail(new DevMailStore(storage, TimeProvider.System));
        return new MailboxHost(web, storage, address);
    }

    /// <summary>Starts Azurite unless something answers on its ports, and then the mailbox.</summary>
    /// <exception cref="HostStartException">The port is taken, or Azurite cannot be started.</exception>
    public async Task StartAsync()
    {
        PortCheck.ThrowIfTaken([address]);
        if (storage == OwnStorage)
        {
            // The real extension and the stand-in name their tables alike, and cannot read each other's.
            var azurite = new DevelopmentStorage(AppContext.BaseDirectory, location: ".azurite/core-tools", web.Services.GetRequiredService<ILogger<DevelopmentStorage>>());
            await azurite.StartAsync(web.Lifetime.StopApplication, CancellationToken.None);
            _azurite = azurite;
        }

        await web.StartAsync();
        Console.WriteLine($"Mailbox: {address}/dev/mail");
        Console.WriteLine($"Setting: Mail__ApiHost={address}/dev/sendgrid");
    }

    public Task WaitForStopAsync() => web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
