using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>
/// Lets one process work on a hub. The owner renews a row; who waits takes it over when the row has not changed for a while, or
/// at once when the owner was a process on this machine that is no more. Time is measured, so clocks need not agree.
/// </summary>
internal sealed class HubLease(TaskHubStorage storage, Outage outage, ILogger logger) : IDisposable
{
    public const string Partition = "lease";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SafeDuration = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    // Leases of this process, held or wanted: an owner in this process that is not among them is no more.
    private static readonly ConcurrentDictionary<string, bool> Living = new();

    private readonly string _owner = NewOwner();
    private readonly CancellationTokenSource _lost = new();
    private ETag _etag;
    private long _provenAt;
    private TaskCompletionSource _proven = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cancelled when another process has taken over.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Whether no other process can be at work now.</summary>
    public bool IsHeld => !_lost.IsCancellationRequested && Stopwatch.GetElapsedTime(_provenAt) < SafeDuration;

    /// <summary>Waits out a time in which it is not certain that no other process is at work.</summary>
    public async ValueTask WaitUntilHeldAsync(CancellationToken cancellation)
    {
        while (!IsHeld)
        {
            await _proven.Task.WaitAsync(cancellation);
        }
    }

    public async Task AcquireAsync(CancellationToken cancellation)
    {
        var (seen, since, told) = (default(ETag), 0L, false);
        while (true)
        {
            var row = await outage.RideAsync(FindAsync, cancellation);
            if (row?.ETag != seen)
            {
                (seen, since) = (row?.ETag ?? default, Stopwatch.GetTimestamp());
            }

            var isFree = row is null || row.GetString("Owner") is null or "" || Stopwatch.GetElapsedTime(since) > Duration
                || IsGone(row.GetString("Process"), row.GetString("Owner"));
            if (isFree && await outage.RideAsync(token => TryTakeAsync(row?.ETag, token), cancellation))
            {
                return;
            }

            if (!told && row is not null)
            {
                EngineLog.StandingBy(logger, storage.Hub, row.GetString("Process"));
                told = true;
            }

            await Task.Delay(LookEvery, cancellation);
        }
    }

    /// <summary>Keeps the lease until it is lost or cancelled.</summary>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        while (await outage.RideAsync(token => TryTakeAsync(_etag, token), cancellation))
        {
            await Task.Delay(RenewEvery, cancellation);
        }

        EngineLog.TakenOver(logger, storage.Hub);
        await _lost.CancelAsync();
    }

    /// <summary>Lets the next process begin at once. Nothing of this one may be at work any more.</summary>
    public async Task ReleaseAsync()
    {
        Living.TryRemove(_owner, out _);
        try
        {
            // A renewal that was cancelled on its way may have changed the row unseen.
            var row = await FindAsync(CancellationToken.None);
            if (row?.GetString("Owner") == _owner)
            {
                (row["Owner"], row["Process"]) = (string.Empty, string.Empty);
                await storage.Lease.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, CancellationToken.None);
            }
        }
        catch (Exception exception) when (Outage.IsOutage(exception, default) || exception is RequestFailedException)
        {
            // Then the next one waits until it sees that this one is gone.
        }
    }

    public void Dispose()
    {
        Living.TryRemove(_owner, out _);
        _lost.Dispose();
    }

    private static string NewOwner()
    {
        var owner = Guid.NewGuid().ToString("N");
        Living.TryAdd(owner, true);
        return owner;
    }

    private static bool IsGone(string? process, string? owner) =>
        ProcessName.IsGone(process) || (process == ProcessName.Current && !Living.ContainsKey(owner ?? string.Empty));

    private async Task<TableEntity?> FindAsync(CancellationToken cancellation)
    {
        var found = await storage.Lease.GetEntityIfExistsAsync<TableEntity>(Partition, Partition, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<bool> TryTakeAsync(ETag? etag, CancellationToken cancellation)
    {
        var askedAt = Stopwatch.GetTimestamp();
        var row = new TableEntity(Partition, Partition)
        {
            ["Owner"] = _owner,
            ["Process"] = ProcessName.Current,
            ["Renewed"] = DateTime.UtcNow.ToString("o", CultureInfo.InvariantCulture),
        };
        try
        {
            var response = etag is { } known
                ? await storage.Lease.UpdateEntityAsync(row, known, TableUpdateMode.Replace, cancellation)
                : await storage.Lease.AddEntityAsync(row, cancellation);
            Prove(response.Headers.ETag!.Value, askedAt);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            // An answer that got lost makes the second attempt look refused.
            var stored = await FindAsync(cancellation);
            if (stored?.GetString("Owner") != _owner)
            {
                return false;
            }

            Prove(stored.ETag, askedAt);
            return true;
        }
    }

    private void Prove(ETag etag, long askedAt)
    {
        _etag = etag;
        _provenAt = askedAt;
        var waiting = _proven;
        _proven = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TrySetResult();
    }
}
