using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Initiatiefloket.Documents;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Documents;

/// <summary>The desk on real storage, with another virus scanner each time.</summary>
internal sealed class DocumentRoom
{
    private readonly DocumentsOptions _options;

    public DocumentRoom(AppStorage storage, DocumentsOptions? options = null, Interruption? interruption = null)
    {
        _options = options ?? new DocumentsOptions { VirusScanner = DocumentsOptions.None };
        var (tables, blobs) = interruption is null ? (storage.Tables, storage.Blobs) : Interrupted(storage, interruption);
        Unfinished = new UnfinishedDocumentTable(tables);
        Table = new DocumentTable(tables);
        Store = new DocumentStore(Table, Unfinished, blobs, Clock);
        Container = storage.Blobs.GetBlobContainerClient(ContainerNames.Documents);
        var messages = new DocumentMessages(AppTexts.Localizer, Cases.Policy);
        Desk = new DocumentLibrary(Store, new Pictures(), Scanner, messages, Cases.Policy, Clock);
    }

    public static Policy Policy => Cases.Policy;

    public ManualClock Clock { get; } = new(Cases.ReceivedAt);

    public DocumentTable Table { get; }

    public UnfinishedDocumentTable Unfinished { get; }

    public DocumentStore Store { get; }

    public DocumentLibrary Desk { get; }

    public BlobContainerClient Container { get; }

    private ClamAv Scanner => new(Options.Create(_options), TimeProvider.System, NullLogger<ClamAv>.Instance);

    public static DocumentsOptions ScannedBy(FakeClamd clamd) => ScannedAt(clamd.Port);

    public static DocumentsOptions ScannedAt(int port) => new() { VirusScanner = DocumentsOptions.Clamd, ClamAvHost = "127.0.0.1", ClamAvPort = port, ScanTimeout = TimeSpan.FromSeconds(5) };

    public static IFormFile File(byte[] content, string name) => new FormFile(new MemoryStream(content), 0, content.Length, "bestand", name);

    private static (TableServiceClient Tables, BlobServiceClient Blobs) Interrupted(AppStorage storage, Interruption interruption)
    {
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions());
        tables.AddPolicy(interruption, HttpPipelinePosition.PerCall);
        blobs.AddPolicy(interruption, HttpPipelinePosition.PerCall);
        return (new TableServiceClient(storage.Connection, tables), new BlobServiceClient(storage.Connection, blobs));
    }

    /// <summary>Attaches a file that is taken.</summary>
    public async Task<Document> TakeAsync(DocumentOwner owner, byte[] content, string name) =>
        Assert.IsType<DocumentAdded.Taken>(await Desk.AddAsync(owner, File(content, name), CancellationToken.None)).Document;

    public Task SweepAsync() =>
        new DocumentSweep(Store, Scanner, Options.Create(_options), Clock, NullLogger<DocumentSweep>.Instance).Run(new TimerInfo(), CancellationToken.None);

    public async Task<byte[]?> ContentOfAsync(Document document)
    {
        if (await Desk.ReadAsync(document.Owner, document.Id, CancellationToken.None) is not { } stream)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    public async Task<IReadOnlyList<Document>> ListAsync(DocumentOwner owner) => await Desk.ListAsync(owner, CancellationToken.None);

    public async Task<DocumentState> StateOfAsync(Document document) =>
        Assert.Single(await ListAsync(document.Owner), one => one.Id == document.Id).State;

    public async Task<bool> HasBlobAsync(string blobName) => await Container.GetBlobClient(blobName).ExistsAsync();

    /// <summary>Nothing is left to be done of what other tests did.</summary>
    public async Task FinishAsync()
    {
        foreach (var work in Enum.GetValues<Work>())
        {
            foreach (var item in await Unfinished.ListAsync(work, int.MaxValue, CancellationToken.None))
            {
                await Unfinished.ForgetAsync(item.BlobName, CancellationToken.None, work);
            }
        }
    }
}
