using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Google.Protobuf;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.EndToEndTests.Upgrade;

/// <summary>Freezes a running town, and puts a frozen one back.</summary>
internal sealed class Freezer(string storage)
{
    private readonly TableServiceClient _tables = new(storage);
    private readonly BlobServiceClient _blobs = new(storage);

    /// <summary>Freezes what an app stored; nothing may be under way.</summary>
    public async Task<FrozenTown> FreezeAsync(LoketHost host, DateTimeOffset moment)
    {
        await host.Durable.IdleAsync();
        return new FrozenTown(moment, [.. WorkflowsOf(host.Durable)], await TablesAsync(), await BlobsAsync(), await MailsAsync(host.Post));
    }

    /// <summary>Puts rows and blobs where an app that starts will find them.</summary>
    public async Task RestoreStorageAsync(FrozenTown town)
    {
        foreach (var (name, rows) in town.Tables)
        {
            var table = _tables.GetTableClient(name);
            await table.CreateIfNotExistsAsync();
            foreach (var row in rows)
            {
                await table.AddEntityAsync(row.ToEntity());
            }
        }

        foreach (var (path, content) in town.Blobs)
        {
            var (container, name) = (path.Split('/', 2)[0], path.Split('/', 2)[1]);
            await _blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
            await _blobs.GetBlobContainerClient(container).UploadBlobAsync(name, BinaryData.FromBytes(Convert.FromBase64String(content)));
        }
    }

    /// <summary>Lets the workflows go on from where they were.</summary>
    public static void RestoreWorkflows(FrozenTown town, LoketHost host)
    {
        foreach (var workflow in town.Workflows)
        {
            host.Durable.Restore(workflow.Id, [.. workflow.History.Select(entry => HistoryEvent.Parser.ParseJson(entry.GetRawText()))]);
        }
    }

    private static IEnumerable<FrozenWorkflow> WorkflowsOf(TestDurable durable) =>
        from state in durable.All()
        where state.OrchestrationStatus == OrchestrationStatus.Running
        select new FrozenWorkflow(
            state.InstanceId,
            [.. durable.HistoryOf(state.InstanceId)!.Select(entry => JsonSerializer.Deserialize<JsonElement>(JsonFormatter.Default.Format(entry)))]);

    private async Task<Dictionary<string, IReadOnlyList<FrozenRow>>> TablesAsync()
    {
        var tables = new Dictionary<string, IReadOnlyList<FrozenRow>>();
        foreach (var name in TableNames.All)
        {
            var rows = await _tables.GetTableClient(name).QueryAsync<TableEntity>().ToListAsync();
            tables[name] = [.. rows.Select(FrozenRow.Of)];
        }

        return tables;
    }

    private async Task<Dictionary<string, string>> BlobsAsync()
    {
        var blobs = new Dictionary<string, string>();
        foreach (var name in ContainerNames.All)
        {
            var container = _blobs.GetBlobContainerClient(name);
            await foreach (var blob in container.GetBlobsAsync())
            {
                blobs[$"{name}/{blob.Name}"] = Convert.ToBase64String((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
            }
        }

        return blobs;
    }

    private static async Task<List<FrozenMail>> MailsAsync(PostOffice post) =>
        [.. from mail in await post.AllAsync()
            where mail.Links.Count > 0
            select new FrozenMail(mail.To[0].Email, mail.Subject, new Uri(mail.Link).PathAndQuery)];
}
