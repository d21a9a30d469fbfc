using System.Text;
using Azure.Storage.Blobs;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Web;

public sealed class SealedKeysTests : IAsyncLifetime, IDisposable
{
    private readonly FakeVault _vault = new();
    private BlobServiceClient _blobs = null!;
    private BlobContainerClient _keys = null!;

    [Fact]
    public async Task Key_Stored_IsSealedAndOpensInAnotherInstance()
    {
        var text = Protect(_vault);

        var stored = Assert.Single(await StoredAsync().ToListAsync());
        Assert.Contains($"{FakeVault.Key}/1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
        await PrepareAsync(_vault);
        Assert.Equal("zegel", Unprotect(_vault, text));
    }

    [Fact]
    public async Task Key_SealedBeforeARotation_OpensAndANewOneIsSealedUnderTheNewVersion()
    {
        var text = Protect(_vault);
        _vault.Rotate();

        await PrepareAsync(_vault);
        Assert.Equal("zegel", Unprotect(_vault, text));

        using var services = ServicesOf(_vault);
        services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.Equal(1, (await StoredAsync().ToListAsync()).Count(key => key.Contains($"{FakeVault.Key}/2", StringComparison.Ordinal)));
        await PrepareAsync(_vault);
    }

    [Fact]
    public async Task Key_FromBeforeTheyWereSealed_Opens()
    {
        using var before = ServicesOf(_vault, options => options.XmlEncryptor = null);
        var text = before.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("zegel");
        Assert.Contains("masterKey", Assert.Single(await StoredAsync().ToListAsync()), StringComparison.Ordinal);

        await PrepareAsync(_vault);
        Assert.Equal("zegel", Unprotect(_vault, text));
    }

    [Fact]
    public async Task Prepare_WithAnotherKey_SaysSoAndMakesNoOther()
    {
        Protect(_vault);
        using var another = new FakeVault();

        Assert.Contains("recover that version of the key", (await Assert.ThrowsAsync<KeysException>(() => PrepareAsync(another))).Message, StringComparison.Ordinal);

        using var services = ServicesOf(another);
        Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("zegel"));
        Assert.Single(await StoredAsync().ToListAsync());
    }

    [Fact]
    public async Task Prepare_KeyThatDoesNotCountAnyMore_IsNotOpened()
    {
        using var services = ServicesOf(_vault);
        services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(-1));
        using var another = new FakeVault();

        await PrepareAsync(another);

        Assert.Empty(another.Asked);
    }

    public async Task InitializeAsync()
    {
        _blobs = new BlobServiceClient(await StorageAccounts.TakeAsync());
        _keys = _blobs.GetBlobContainerClient(ContainerNames.DataProtection);
        await _keys.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _vault.Dispose();

    private string Protect(FakeVault vault)
    {
        using var services = ServicesOf(vault);
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("zegel");
    }

    private string Unprotect(FakeVault vault, string text)
    {
        using var services = ServicesOf(vault);
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(text);
    }

    private async Task PrepareAsync(FakeVault vault)
    {
        using var services = ServicesOf(vault);
        await Assert.Single(services.GetServices<IPreparation>()).PrepareAsync(CancellationToken.None);
    }

    private ServiceProvider ServicesOf(FakeVault vault, Action<KeyManagementOptions>? change = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(WebServices.Oldenzaal)
        .AddSingleton(_blobs)
        .AddSingleton(new KeySeal(vault.ClientOf()))
        .AddWeb()
        .PostConfigure(change ?? (_ => { }))
        .BuildServiceProvider();

    private async IAsyncEnumerable<string> StoredAsync()
    {
        await foreach (var blob in _keys.GetBlobsAsync())
        {
            yield return Encoding.UTF8.GetString((await _keys.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        }
    }
}
