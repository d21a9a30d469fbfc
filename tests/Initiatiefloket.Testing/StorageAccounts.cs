using Initiatiefloket.DevHost;

namespace Initiatiefloket.Testing;

/// <summary>
/// Storage accounts on one Azurite for all tests of a process, which ends with that process: to start one takes seconds. Tests that stop their storage
/// have an <see cref="AzuriteFixture"/> of their own.
/// </summary>
public static class StorageAccounts
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 200).Select(number => $"account{number}")];
    private static readonly Lazy<Task<AzuritePorts>> Azurite = new(StartAsync);
    private static int _taken;

    /// <summary>An account that nobody else uses.</summary>
    /// <returns>Its connection string, for the blob, queue and table clients.</returns>
    public static async Task<string> TakeAsync() => (await Azurite.Value).ConnectionStringOf(Names[Interlocked.Increment(ref _taken) - 1]);

    private static async Task<AzuritePorts> StartAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "azurite");
        var process = await AzuriteProcess.StartAsync(folder, new AzuritePorts(0, 0, 0), CancellationToken.None, Names);
        return process.Ports;
    }
}
