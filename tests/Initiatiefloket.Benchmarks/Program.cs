using Initiatiefloket.Benchmarks;
using Initiatiefloket.Testing;

// Arguments: the parts to run (chain, fan, event, timer, latency, waiting; none is all of them), and --quick for small sizes.
var choice = Choice.Parse(args);
var azurite = new AzuriteFixture();
await azurite.StartAsync();
try
{
    using var calls = new StorageCalls();
    await Throughput.RunAsync(azurite.ConnectionString, calls, choice);
    if (choice.Has("latency"))
    {
        await Latency.RunAsync(azurite.ConnectionString, calls, choice);
    }

    if (choice.Has("waiting"))
    {
        await Waiting.RunAsync(azurite.ConnectionString, calls, choice);
    }
}
finally
{
    await azurite.DisposeAsync();
}
