using System.Globalization;
using Azure.Data.Tables;
using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>Processes on one hub are killed again and again, and nothing is lost or done twice.</summary>
public sealed class CrashTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const int Lives = 25;
    private const int Journeys = 200;
    private const int JourneyValue = 255; // eight effects and events, of 1, 2, 4 and so on to 128
    private const int JourneyEffects = 6;
    private const int DetourEffects = 1;

    [Fact]
    public async Task Kill_AtManyMoments_EachInstanceEndsOnceWithTheRightOutput()
    {
        var moments = new Random(20261121); // seeded: each run of this test kills at the same moments
        List<string> ids = [.. Enumerable.Range(0, Journeys).Select(number => string.Create(CultureInfo.InvariantCulture, $"journey-{number:d3}"))];
        HashSet<string> accepted = [];
        for (var life = 1; life <= Lives; life++)
        {
            await using var process = HubProcess.Start(Setup.ConnectionString, Setup.Hub);
            await process.WaitForAsync("working");
            Wishes(ids.Take(Journeys * life / Lives), accepted, moments).ForEach(process.Ask);
            await Task.Delay(moments.Next(100, 1200)); // the moment to die at, not a wait for something
            await process.KillAsync();
            accepted.UnionWith(process.Lines);
            Assert.DoesNotContain(process.Lines, line => line.StartsWith("error", StringComparison.Ordinal));
        }

        await using var last = HubProcess.Start(Setup.ConnectionString, Setup.Hub);
        while (Wishes(ids, accepted, order: null) is { Count: > 0 } wishes)
        {
            wishes.ForEach(last.Ask);
            await Task.WhenAll(wishes.Select(wish => last.WaitForAsync(wish)));
            accepted.UnionWith(last.Lines);
        }

        var client = (await StartAsync(Setup with { HasWorker = false })).Client;
        var journeys = await EndsAsync(client);
        Assert.All(journeys, journey => Assert.Equal((OrchestrationRuntimeStatus.Completed, JourneyValue), Of(journey)));
        await ExpectEffectsOnceAsync(journeys);
    }

    // What clients ask for: the start of each journey and then two events. Each once, and again only if the process died before
    // it had said that it was accepted. Which events come in this life is left to the order.
    private static List<string> Wishes(IEnumerable<string> ids, HashSet<string> accepted, Random? order) => [.. ids
        .SelectMany<string, string>(id => accepted.Contains($"start Journey {id}")
            ? [$"raise {id} 0", $"raise {id} 1"]
            : [$"start Journey {id}"])
        .Where(wish => !accepted.Contains(wish) && (wish[0] == 's' || order is null || order.Next(4) == 0))];

    private static Task<List<OrchestrationMetadata>> EndsAsync(DurableTaskClient client) => Eventually.FindAsync(
        "the end of all journeys",
        async () =>
        {
            var query = new OrchestrationQuery(InstanceIdPrefix: "journey-", FetchInputsAndOutputs: true, PageSize: 1000);
            var journeys = await client.GetAllInstancesAsync(query).ToListAsync();
            return journeys.Count == Journeys && journeys.All(journey => journey.IsCompleted) ? journeys : null;
        },
        TimeSpan.FromMinutes(3));

    private static (OrchestrationRuntimeStatus Status, int Value) Of(OrchestrationMetadata metadata) =>
        (metadata.RuntimeStatus, metadata.SerializedOutput is null ? 0 : metadata.ReadOutputAs<int>());

    private async Task ExpectEffectsOnceAsync(List<OrchestrationMetadata> journeys)
    {
        var rows = await new TableClient(Setup.ConnectionString, $"{Setup.Hub}Effects").QueryAsync<TableEntity>().ToListAsync();
        Assert.DoesNotContain(rows, row => row.RowKey.StartsWith("clash", StringComparison.Ordinal));
        var effects = rows.Where(row => row.RowKey.StartsWith("did", StringComparison.Ordinal)).ToLookup(row => row.PartitionKey);
        Assert.All(journeys, journey => Assert.Equal(JourneyEffects, effects[journey.InstanceId].Count()));
        Assert.Equal(Journeys * (JourneyEffects + DetourEffects), effects.Sum(instance => instance.Count()));
    }
}
