using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Worker.Sample;

/// <summary>An orchestration with its activity and the pages that start and ask for it.</summary>
public sealed class Errands(Visit visit)
{
    [Function("StartErrand")]
    public static async Task<IResult> StartErrand(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "errands/{place}")] HttpRequest request,
        string place,
        [DurableClient] DurableTaskClient client,
        CancellationToken stop) =>
        TypedResults.Text(await client.ScheduleNewOrchestrationInstanceAsync("RunErrand", new Errand(place, 2), stop));

    [Function("ShowErrand")]
    public static async Task<IResult> ShowErrand(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "errands/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken stop) =>
        TypedResults.Text((await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, stop)).ReadOutputAs<string>());

    [Function("RunErrand")]
    public static async Task<string> RunErrand([OrchestrationTrigger] TaskOrchestrationContext context, Errand errand)
    {
        var trips = new List<string>();
        for (var trip = 1; trip <= errand.Trips; trip++)
        {
            trips.Add(await context.CallActivityAsync<string>("Walk", errand with { Trips = trip }));
        }

        return string.Join(", ", trips);
    }

    [Function("Walk")]
    public string Walk([ActivityTrigger] Errand errand, string instanceId, FunctionContext context)
    {
        var sameScope = ReferenceEquals(visit, context.InstanceServices.GetService(typeof(Visit)));
        return $"{errand.Place} {errand.Trips} {instanceId.Length > 0} {sameScope} {visit.Id}";
    }

    /// <summary>Where to go, and how often.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="Trips">How often.</param>
    public sealed record Errand(string Place, int Trips);
}
