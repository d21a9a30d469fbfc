using Initiatiefloket.Platform;

namespace Initiatiefloket.Tests.Platform;

public sealed class VaultKeyTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private readonly FakeVault _vault = new();

    [Fact]
    public void Unwrap_WhatWasWrapped_IsTheKey()
    {
        var wrapped = _vault.ClientOf().Wrap(Key);

        Assert.Equal(Key, _vault.ClientOf().Unwrap(wrapped));
        Assert.Equal(["POST /keys/app-keys/wrapkey?api-version=7.4", "POST /keys/app-keys/1/unwrapkey?api-version=7.4"], _vault.Asked);
        Assert.Equal("https://vault.azure.net/.default", _vault.Scope);
    }

    [Fact]
    public void Unwrap_AfterARotation_GoesByTheVersionThatWrapped()
    {
        var before = _vault.ClientOf().Wrap(Key);
        _vault.Rotate();
        var after = _vault.ClientOf().Wrap(Key);

        Assert.Equal(($"{FakeVault.Key}/1", $"{FakeVault.Key}/2"), (before.By, after.By));
        Assert.Equal(Key, _vault.ClientOf().Unwrap(before));
        Assert.Equal(Key, _vault.ClientOf().Unwrap(after));
    }

    [Theory]
    [InlineData("https://kv-floket.vault.azure.net/keys/another/1")]
    [InlineData("https://kv-floket.vault.azure.net.thief.example/keys/app-keys/1")]
    [InlineData("file:0123456789abcdef")]
    public void Unwrap_WrappedByAnotherKey_SaysWhichAndAsksNobody(string by)
    {
        var wrong = Assert.Throws<KeysException>(() => _vault.ClientOf().Unwrap(new WrappedKey(by, Key)));

        Assert.Equal($"The stored keys were wrapped by {by}, and Keys__VaultKey names {FakeVault.Key}: set it to the key that wrapped them.", wrong.Message);
        Assert.Empty(_vault.Asked);
    }

    [Fact]
    public void Unwrap_VersionThatIsGone_SaysWhichToRecover()
    {
        var wrong = Assert.Throws<KeysException>(() => _vault.ClientOf().Unwrap(new WrappedKey($"{FakeVault.Key}/7", Key)));

        Assert.Equal($"The vault cannot unwrap with {FakeVault.Key}/7 (404 KeyNotFound): recover that version of the key.", wrong.Message);
    }

    [Fact]
    public void Unwrap_KeyThatWasReplaced_SaysWhichToRecover()
    {
        var wrapped = _vault.ClientOf().Wrap(Key);
        _vault.Replace();

        Assert.Contains("(400 BadParameter)", Assert.Throws<KeysException>(() => _vault.ClientOf().Unwrap(wrapped)).Message, StringComparison.Ordinal);
    }

    // Roles take minutes to arrive, so that this may pass.
    [Fact]
    public void Wrap_Refused_IsAnOutage() => Assert.True(Retries.IsOutage(Assert.ThrowsAny<Exception>(
        () => _vault.ClientOf("https://kv-floket.vault.azure.net/keys/not-there").Wrap(Key))));

    [Theory]
    [InlineData("app-keys")]
    [InlineData("http://kv-floket.vault.azure.net/keys/app-keys")]
    [InlineData("https://kv-floket.vault.azure.net/secrets/app-keys")]
    [InlineData("https://kv-floket.vault.azure.net/keys/app-keys/")]
    [InlineData("https://kv-floket.vault.azure.net/keys/app-keys/1")]
    public void Address_OfSomethingElse_IsRefused(string address) =>
        Assert.StartsWith($"Keys__VaultKey is '{address}'", Assert.Throws<KeysException>(() => _vault.ClientOf(address)).Message, StringComparison.Ordinal);

    public void Dispose() => _vault.Dispose();
}
