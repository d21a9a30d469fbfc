using System.Diagnostics;

namespace Initiatiefloket.Benchmarks;

/// <summary>What a number of repetitions took.</summary>
internal sealed record Measured(int Times, TimeSpan Elapsed, long Transactions, long Reads, long Bytes, TimeSpan Cpu)
{
    /// <summary>How many are underway at once, in the ceilings and in the engine's parts alike.</summary>
    public const int AtOnce = 32;

    public double PerSecond => Times / Elapsed.TotalSeconds;

    public double TransactionsPerSecond => Transactions / Elapsed.TotalSeconds;

    public double TransactionsEach => (double)Transactions / Times;

    public double ReadsEach => (double)Reads / Times;

    public double KilobytesEach => Bytes / 1024.0 / Times;

    /// <summary>Processor time of this process, so of client and engine and not of Azurite, in ms.</summary>
    public double CpuPerTransaction => Cpu.TotalMilliseconds / Transactions;

    public static async Task<Measured> RunAsync(StorageCalls calls, int times, Func<int, Task> once)
    {
        GC.Collect();
        var (transactions, reads, bytes) = (calls.All, calls.Reads, GC.GetTotalAllocatedBytes(precise: true));
        var (cpu, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, times),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await once(number));
        return new(
            times,
            Stopwatch.GetElapsedTime(started),
            calls.All - transactions,
            calls.Reads - reads,
            GC.GetTotalAllocatedBytes(precise: true) - bytes,
            Environment.CpuUsage.TotalTime - cpu);
    }
}
