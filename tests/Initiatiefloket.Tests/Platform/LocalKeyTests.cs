using Initiatiefloket.Platform;

namespace Initiatiefloket.Tests.Platform;

public sealed class LocalKeyTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loket-key-");

    private string File => Path.Combine(_folder.FullName, "data", "local.key");

    [Fact]
    public void Unwrap_AfterARestart_IsTheKey()
    {
        var wrapped = new LocalKey(File).Wrap(Key);

        Assert.Equal(Key, new LocalKey(File).Unwrap(wrapped));
        Assert.NotEqual(Key, wrapped.Value);
    }

    [Fact]
    public void File_MadeAtFirstUse_IsForItsOwnerOnly()
    {
        new LocalKey(File).Wrap(Key);

        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void File_MadeByTwoAtOnce_IsOne()
    {
        var wrapped = Enumerable.Range(0, 8).AsParallel().Select(_ => new LocalKey(File).Wrap(Key)).ToArray();

        Assert.All(wrapped, one => Assert.Equal(Key, new LocalKey(File).Unwrap(one)));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void Unwrap_WithTheFileLost_SaysWhichFileAndWhatToDo()
    {
        var wrapped = new LocalKey(File).Wrap(Key);
        System.IO.File.Delete(File);

        var wrong = Assert.Throws<KeysException>(() => new LocalKey(File).Unwrap(wrapped));

        Assert.Contains($"were wrapped by {wrapped.By}, and {File} holds file:", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("put the right file back", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("c2hvcnQ=")]
    public void Wrap_WithAFileThatHoldsNoKey_SaysSo(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);

        Assert.StartsWith($"{File} does not hold a key", Assert.Throws<KeysException>(() => new LocalKey(File).Wrap(Key)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
