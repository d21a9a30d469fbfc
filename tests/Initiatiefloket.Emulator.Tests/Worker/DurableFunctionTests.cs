using System.Collections.Concurrent;
using Initiatiefloket.Testing;
using Microsoft.Azure.Functions.Worker.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class DurableFunctionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Orchestration_StartedByAPage_RunsItsActivitiesInScopesOfTheirOwn()
    {
        var invoked = new ConcurrentQueue<string>();
        await using var app = await SampleApp.StartAsync(azurite.ConnectionString, TimeProvider.System, builder => builder.UseMiddleware((context, next) =>
        {
            invoked.Enqueue(context.FunctionDefinition.Name);
            return next();
        }));
        using var started = await app.Http.PostAsync(new Uri("/errands/markt", UriKind.Relative), null);
        var id = await started.Content.ReadAsStringAsync();

        var trips = (await app.GetAsync($"/errands/{id}")).Split(", ").Select(trip => trip.Split(' ')).ToList();

        Assert.Equal(["markt 1 True True", "markt 2 True True"], trips.Select(trip => string.Join(' ', trip[..4])));
        Assert.NotEqual(trips[0][4], trips[1][4]);
        Assert.Equal(2, invoked.Count(name => name == "Walk"));
        Assert.Contains("RunErrand", invoked);
    }

    [Fact]
    public async Task Services_OfTheApp_HaveNoClientToInject()
    {
        await using var app = await SampleApp.StartAsync(azurite.ConnectionString);

        Assert.Null(app.Host.Services.GetService<DurableTaskClient>());
    }

    [Fact]
    public async Task Converter_OfFunctions_IsThatOfTheRealWorker()
    {
        await using var app = await SampleApp.StartAsync(azurite.ConnectionString);

        var client = app.Host.Services.GetRequiredService<IOptionsMonitor<DurableTaskClientOptions>>().Get(DurableFunctions.ClientName).DataConverter;
        var worker = app.Host.Services.GetRequiredService<IOptions<DurableTaskWorkerOptions>>().Value.DataConverter;

        Assert.All([client, worker], converter =>
        {
            Assert.Equal("{}", converter.Serialize(new WithField { Place = "markt" }));
            Assert.Equal("markt", converter.Deserialize<Sample.Errands.Errand>("""{"place":"markt"}""")!.Place);
        });
    }

    [Fact]
    public async Task HostJson_DurableSettings_ReachTheTaskHub()
    {
        await using var app = await SampleApp.StartAsync(azurite.ConnectionString);

        var hub = app.Host.Services.GetRequiredService<IOptions<TaskHubOptions>>().Value;

        Assert.Equal(("Initiatiefloket", "1.0", 10, 10), (hub.HubName, hub.DefaultVersion, hub.MaxConcurrentActivities, hub.MaxConcurrentOrchestrators));
    }

    private sealed class WithField
    {
        public string Place = "";
    }
}
