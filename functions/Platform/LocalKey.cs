using System.Security.Cryptography;
using System.Text;

namespace Initiatiefloket.Platform;

/// <summary>The key that wraps, on a developer's machine: 32 bytes in a file that only its owner reads, beside the data. It is made when it is missing.</summary>
public sealed class LocalKey(string file) : IKeyWrap
{
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> _key = new(() => Load(file));

    private string Name => $"file:{Digest.Of(Convert.ToBase64String(_key.Value), 16)}";

    public WrappedKey Wrap(byte[] key) => new(Name, SealedBytes.Seal(_key.Value, key));

    public byte[] Unwrap(WrappedKey wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        return wrapped.By == Name
            ? SealedBytes.Open(_key.Value, wrapped.Value)
            : throw new KeysException($"The stored keys were wrapped by {wrapped.By}, and {file} holds {Name}: put the right file back, or begin anew with empty storage.");
    }

    private static byte[] Load(string file)
    {
        if (!File.Exists(file))
        {
            Create(file);
        }

        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length == KeyBytes
            ? key
            : throw new KeysException($"{file} does not hold a key of {KeyBytes} bytes in base64: put the right file back, or begin anew with empty storage.");
    }

    // Moved there when it is whole: another process may look for it at this moment, and the first one counts.
    private static void Create(string file)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        var part = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
        }

        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }
}
