using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Platform;

/// <summary>The app's tables and containers on a storage account of their own. Tests share them, and so use references of their own.</summary>
public sealed class AppStorage : IAsyncLifetime
{
    public TableServiceClient Tables { get; private set; } = null!;

    public BlobServiceClient Blobs { get; private set; } = null!;

    /// <summary>For clients of a test's own.</summary>
    public string Connection { get; private set; } = "";

    public ChangeFeedTable Feed { get; private set; } = null!;

    public InitiativeTable Initiatives => new(Tables, Feed, []);

    public KeyedHash Hash => HashWith(1);

    /// <summary>What keys are sealed with in a test.</summary>
    public static KeySeal Seal { get; } = new(new LocalKey(Path.Combine(AppContext.BaseDirectory, "local.key")));

    /// <summary>Keyed hashes after the secret was changed, this many times less one.</summary>
    public KeyedHash HashWith(int secret) => new(Blobs, Seal, Options.Create(new KeysOptions { HashSecret = secret }));

    /// <summary>The same after the former secrets were removed: in storage that has no more than the secret of now.</summary>
    public async Task<KeyedHash> HashWithoutFormerAsync(int secret)
    {
        await HashWith(secret).SecretsAsync(CancellationToken.None);
        var storage = new BlobServiceClient(await StorageAccounts.TakeAsync());
        var (name, to) = ($"keyed-hash-{secret}", storage.GetBlobContainerClient(ContainerNames.Secrets));
        await to.CreateAsync();
        await to.UploadBlobAsync(name, (await Blobs.GetBlobContainerClient(ContainerNames.Secrets).GetBlobClient(name).DownloadContentAsync()).Value.Content);
        return new KeyedHash(storage, Seal, Options.Create(new KeysOptions { HashSecret = secret }));
    }

    /// <summary>Stores an initiative, with application and applicant, as it stands in a test.</summary>
    public async Task<Initiative> PutAsync(Initiative initiative)
    {
        var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant);
        var put = new InitiativeEvent("put", InitiativeEventKind.ReviewOpened, Cases.ReceivedAt, Actor.Workflow);
        var draft = Cases.Draft with { Id = initiative.Id };
        await Initiatives.SaveUnconfirmedAsync(new UnconfirmedApplication($"form-{initiative.Id}", draft, Cases.Application, Cases.Applicant), drafted, CancellationToken.None);
        await Initiatives.ChangeAsync(initiative.Id, put, _ => initiative, CancellationToken.None);
        return initiative;
    }

    public async Task InitializeAsync()
    {
        var storage = Connection = await StorageAccounts.TakeAsync();
        Tables = new TableServiceClient(storage);
        Feed = new ChangeFeedTable(Tables);
        Blobs = new BlobServiceClient(storage);
        await new StorageReadiness(Tables, Blobs, hasKey: true).PrepareAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Feed.Dispose();
        return Task.CompletedTask;
    }
}
