using Azure;
using Azure.Storage.Blobs.Models;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Keeps texts that are too long for a column in blobs. The column then holds the name of the blob, marked.</summary>
internal sealed class PayloadStore(TaskHubStorage storage)
{
    private const int MaxInline = 30_000; // characters; a column holds 32 Ki
    private const char Mark = '\u0001'; // no JSON text starts with it

    /// <summary>The text of a column; null when it is in a blob.</summary>
    public static string? Inline(string? text) => text is [Mark, ..] ? null : text;

    public async Task<string?> StoreAsync(string instanceId, string? text, CancellationToken cancellation)
    {
        if (text is null || text.Length <= MaxInline)
        {
            return text;
        }

        var name = $"{StorageKey.Escape(instanceId)}/{Guid.NewGuid():N}";
        await storage.Payloads.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);
        return Mark + name;
    }

    public async ValueTask<string?> FetchAsync(string? text, CancellationToken cancellation)
    {
        if (text is not [Mark, .. var name])
        {
            return text;
        }

        var content = await storage.Payloads.GetBlobClient(name).DownloadContentAsync(cancellation);
        return content.Value.Content.ToString();
    }

    /// <summary>The text, or null when its blob is gone: its instance was purged just now, or somebody removed it.</summary>
    public async ValueTask<string?> FindAsync(string? text, CancellationToken cancellation)
    {
        try
        {
            return await FetchAsync(text, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAllAsync(string instanceId, CancellationToken cancellation)
    {
        var blobs = storage.Payloads.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, $"{StorageKey.Escape(instanceId)}/", cancellation);
        await foreach (var blob in blobs)
        {
            await storage.Payloads.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }
}
