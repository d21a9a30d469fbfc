using System.Threading.Channels;

namespace Initiatiefloket.Emulator.Tests.Worker.Sample;

/// <summary>What functions and middlewares did, in order.</summary>
public sealed class Diary
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Write(string line) => _lines.Writer.TryWrite(line);

    /// <summary>The next line; waits for it, but not for ever.</summary>
    public Task<string> ReadAsync() => _lines.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    public bool IsEmpty => _lines.Reader.Count == 0;
}
