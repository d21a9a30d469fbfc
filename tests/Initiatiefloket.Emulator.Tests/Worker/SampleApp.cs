using Initiatiefloket.Emulator.Tests.Worker.Sample;
using Initiatiefloket.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Tests.Worker;

/// <summary>The functions of this assembly, hosted in this process on a free port.</summary>
internal sealed class SampleApp : IAsyncDisposable
{
    private SampleApp(IHost host, HttpClient http)
    {
        Host = host;
        Http = http;
    }

    public IHost Host { get; }

    public HttpClient Http { get; }

    public Diary Diary => Host.Services.GetRequiredService<Diary>();

    public static async Task<SampleApp> StartAsync(
        string storage, TimeProvider? clock = null, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var host = Build(storage, clock, configure).Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new SampleApp(host, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(addresses.First()) });
    }

    public static FunctionsApplicationBuilder Build(
        string storage, TimeProvider? clock = null, Action<FunctionsApplicationBuilder>? configure = null, string urls = "http://127.0.0.1:0")
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            $"--applicationName={typeof(SampleApp).Assembly.GetName().Name}",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--urls={urls}",
            $"--AzureWebJobsStorage={storage}",
            "--HourlySchedule=0 0 * * * *",
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<Visit>().AddSingleton<Diary>().AddSingleton(clock ?? new ManualClock(DateTimeOffset.UnixEpoch));
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        return builder;
    }

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<int> StatusAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.StopAsync();
        Host.Dispose();
    }
}
