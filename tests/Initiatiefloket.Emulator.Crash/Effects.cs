using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Emulator.Crash;

/// <summary>
/// What activities do to the world: a row with a key. While one runs a fence stands beside it, so that the same activity running
/// twice at once shows as a clash.
/// </summary>
internal sealed class Effects(TableClient table)
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(20);

    public async Task<int> HaveAsync(string instanceId, Effect effect)
    {
        await table.CreateIfNotExistsAsync();
        await EnterAsync(instanceId, effect.Key);
        await Task.Delay(Work); // long enough to be killed in
        await table.UpsertEntityAsync(new TableEntity(instanceId, $"did {effect.Key}") { ["Value"] = effect.Value });
        await table.DeleteEntityAsync(instanceId, $"fence {effect.Key}");
        return effect.Value;
    }

    /// <summary>True the first time.</summary>
    public async Task<bool> TryAsync(string instanceId, string key)
    {
        await table.CreateIfNotExistsAsync();
        try
        {
            await table.AddEntityAsync(new TableEntity(instanceId, $"tried {key}"));
            return true;
        }
        catch (RequestFailedException before) when (before.Status == 409)
        {
            return false;
        }
    }

    private async Task EnterAsync(string instanceId, string key)
    {
        var fence = new TableEntity(instanceId, $"fence {key}") { ["Process"] = Environment.ProcessId };
        try
        {
            await table.AddEntityAsync(fence);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            var other = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, fence.RowKey);
            if (other.HasValue && Lives(other.Value!.GetInt32("Process")!.Value))
            {
                await table.UpsertEntityAsync(new TableEntity(instanceId, $"clash {key}"));
            }

            await table.UpsertEntityAsync(fence);
        }
    }

    private static bool Lives(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false; // no such process
        }
    }
}
