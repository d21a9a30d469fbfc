using System.Text;
using Initiatiefloket.Platform;
using Moq;

namespace Initiatiefloket.Tests.Platform;

public sealed class KeySealTests
{
    private const string By = "https://kv.vault.example/keys/app/1";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("<key>of any length</key>");

    private readonly Mock<IKeyWrap> _wrap = new();
    private readonly KeySeal _seal;
    private byte[] _key = [];

    public KeySealTests()
    {
        _wrap.Setup(wrap => wrap.Wrap(It.IsAny<byte[]>())).Callback<byte[]>(key => _key = key).Returns(new WrappedKey(By, [1, 2, 3]));
        _wrap.Setup(wrap => wrap.Unwrap(It.Is<WrappedKey>(wrapped => wrapped.By == By && wrapped.Value.SequenceEqual(new byte[] { 1, 2, 3 })))).Returns(() => _key);
        _seal = new KeySeal(_wrap.Object);
    }

    [Fact]
    public void Open_WhatWasSealed_IsTheSecret() => Assert.Equal(Secret, _seal.Open(_seal.Seal(Secret)));

    [Fact]
    public void Seal_TheSameTwice_DiffersAndSaysByWhichKeyButNotWhat()
    {
        var (one, other) = (_seal.Seal(Secret), _seal.Seal(Secret));

        Assert.NotEqual(one, other);
        Assert.Contains(By, Encoding.UTF8.GetString(one), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(_key), Encoding.UTF8.GetString(other), StringComparison.Ordinal);
        Assert.DoesNotContain("any length", Encoding.UTF8.GetString(one), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"By":"https://kv.vault.example/keys/app/1","Key":"AQID","Bytes":"AAAA"}""")]
    public void Open_WhatNobodySealed_SaysThatItWasChanged(string stored) =>
        Assert.Contains("was changed", Assert.Throws<KeysException>(() => _seal.Open(Encoding.UTF8.GetBytes(stored))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_WithOneCharacterChanged_SaysThatItWasChanged()
    {
        var stored = Encoding.UTF8.GetString(_seal.Seal(Secret));
        var last = stored.LastIndexOf('"') - 4;
        var changed = $"{stored[..last]}{(stored[last] == 'A' ? 'B' : 'A')}{stored[(last + 1)..]}";

        Assert.Contains("was changed", Assert.Throws<KeysException>(() => _seal.Open(Encoding.UTF8.GetBytes(changed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WrappedByAKeyThatIsNotAtHand_SaysSo()
    {
        _wrap.Setup(wrap => wrap.Unwrap(It.IsAny<WrappedKey>())).Throws(new KeysException("another key"));

        Assert.Equal("another key", Assert.Throws<KeysException>(() => _seal.Open(_seal.Seal(Secret))).Message);
    }
}
