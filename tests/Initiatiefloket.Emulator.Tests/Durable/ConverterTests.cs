using System.Text.Json;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class ConverterTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private static readonly JsonDataConverter Snake = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });

    [Fact]
    public async Task Converter_OfTheApp_WritesAndReadsEverything()
    {
        var host = await StartAsync(Setup with
        {
            Client = client => client.Services.AddSingleton<DataConverter>(Snake),
            Tasks = tasks => tasks
                .AddOrchestratorFunc<Resident, Resident>("Orchestrator", async (context, input) =>
                {
                    context.SetCustomStatus(input);
                    var seen = await context.CallActivityAsync<Resident>("Echo", input);
                    var raised = await context.WaitForExternalEvent<Resident>("Go");
                    return seen with { HouseNumber = raised.HouseNumber };
                })
                .AddActivityFunc<Resident, Resident>("Echo", (_, input) => input),
        });

        var id = await host.StartedAsync("Orchestrator", new Resident("Anna", 1));
        await host.Client.RaiseEventAsync(id, "Go", new Resident("Bram", 2));
        var end = await host.EndOfAsync(id);

        Assert.Equal("""{"first_name":"Anna","house_number":1}""", end.SerializedInput);
        Assert.Equal("""{"first_name":"Anna","house_number":1}""", end.SerializedCustomStatus);
        Assert.Equal("""{"first_name":"Anna","house_number":2}""", end.SerializedOutput);
        Assert.Equal(new Resident("Anna", 2), end.ReadOutputAs<Resident>());
    }

    private sealed record Resident(string FirstName, int HouseNumber);
}
