using Azure.Storage.Blobs;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Platform;

public sealed class KeyedHashTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Plain = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private readonly FakeVault _vault = new();
    private BlobContainerClient _secrets = null!;
    private BlobServiceClient _blobs = null!;

    [Fact]
    public async Task Of_SecretFromBeforeItWasSealed_GoesOnUnderIt()
    {
        await _secrets.UploadBlobAsync("keyed-hash", BinaryData.FromBytes(Plain));

        Assert.Equal(new HashSecret(1, Plain).Of("e-mail", "a@b.example"), await HashAsync(1));
        Assert.Equal(Plain, await StoredAsync("keyed-hash"));
    }

    [Fact]
    public async Task Of_NewSecret_IsStoredSealedAndTheSameForEachInstance()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => HashAsync(1)));

        Assert.Single(hashes.Select(Convert.ToHexString).Distinct());
        Assert.Contains($"{FakeVault.Key}/1", System.Text.Encoding.UTF8.GetString(await StoredAsync("keyed-hash")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_AfterARaise_AreTheNewOneAndTheFormerUntilItsBlobIsGone()
    {
        var former = await HashAsync(1);
        _vault.Rotate();
        var now = await HashAsync(2);

        Assert.NotEqual(former, now);
        Assert.Equal([now, former], (await NewHash(2).SecretsAsync(CancellationToken.None)).Select(secret => secret.Of("e-mail", "a@b.example")));
        Assert.Contains($"{FakeVault.Key}/2", System.Text.Encoding.UTF8.GetString(await StoredAsync("keyed-hash-2")), StringComparison.Ordinal);

        await _secrets.DeleteBlobAsync("keyed-hash");
        Assert.Equal([now], (await NewHash(2).SecretsAsync(CancellationToken.None)).Select(secret => secret.Of("e-mail", "a@b.example")));
    }

    [Fact]
    public async Task Prepare_WithAnotherKey_SaysSoAndMakesNoOtherSecret()
    {
        await HashAsync(1);
        var stored = await StoredAsync("keyed-hash");
        using var another = new FakeVault();

        await Assert.ThrowsAsync<KeysException>(() => new HashReadiness(NewHash(1, another)).PrepareAsync(CancellationToken.None));

        Assert.Equal(stored, await StoredAsync("keyed-hash"));
    }

    public async Task InitializeAsync()
    {
        _blobs = new BlobServiceClient(await StorageAccounts.TakeAsync());
        _secrets = _blobs.GetBlobContainerClient(ContainerNames.Secrets);
        await _secrets.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _vault.Dispose();

    private Task<byte[]> HashAsync(int secret) => NewHash(secret).OfAsync("e-mail", "a@b.example", CancellationToken.None);

    private KeyedHash NewHash(int secret, FakeVault? vault = null) =>
        new(_blobs, new KeySeal((vault ?? _vault).ClientOf()), Options.Create(new KeysOptions { HashSecret = secret }));

    private async Task<byte[]> StoredAsync(string name) => (await _secrets.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();
}
