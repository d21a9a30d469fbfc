using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Documents;

/// <summary>
/// Asks ClamAV's daemon about a file, with its commands INSTREAM and PING over TCP: pieces preceded by their length, ended by a length of zero
/// (https://docs.clamav.net/manual/Usage/Scanning.html, "man clamd"). The connection is neither encrypted nor authenticated: the daemon
/// belongs in the same network.
/// </summary>
public sealed partial class ClamAv(IOptions<DocumentsOptions> options, TimeProvider clock, ILogger<ClamAv> logger)
{
    private const int PieceBytes = 64 * 1024;
    private const int LongestAnswer = 1024;

    private static readonly byte[] Command = "zINSTREAM\0"u8.ToArray();
    private static readonly byte[] Ping = "zPING\0"u8.ToArray();

    /// <summary>Scans one file; takes no longer than the settings allow.</summary>
    internal async Task<ScanOutcome> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (!options.Value.HasScanner)
        {
            return ScanOutcome.NoScanner;
        }

        using var timeout = new CancellationTokenSource(options.Value.ScanTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return Understand(await AskAsync(stream => SendAsync(stream, content, either.Token), either.Token));
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            Log.ScannerUnreachable(logger, exception.Message);
            return ScanOutcome.Unreachable;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            Log.ScannerUnreachable(logger, $"No answer within {options.Value.ScanTimeout}.");
            return ScanOutcome.Unreachable;
        }
    }

    /// <summary>Whether the daemon is there and awake: when it is, a file that it did not answer about is to blame for that itself.</summary>
    internal async Task<bool> IsAwakeAsync(CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.Value.ScanTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await AskAsync(async stream => await stream.WriteAsync(Ping, either.Token), either.Token) == "PONG";
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<string> AskAsync(Func<NetworkStream, Task> ask, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Value.ClamAvHost, options.Value.ClamAvPort, cancellation);
        await using var stream = client.GetStream();
        try
        {
            await ask(stream);
        }
        catch (IOException)
        {
            // A file larger than it takes is not read to its end: clamd answers, and hangs up. If it says nothing, reading fails as well.
        }

        return await ReadAnswerAsync(stream, cancellation);
    }

    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await stream.WriteAsync(Command, cancellation);
        var length = new byte[sizeof(uint)];
        for (var rest = content; rest.Length > 0; rest = rest[Math.Min(PieceBytes, rest.Length)..])
        {
            var piece = rest[..Math.Min(PieceBytes, rest.Length)];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancellation);
            await stream.WriteAsync(piece, cancellation);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, cancellation);
    }

    // Only up to the end of the answer: whether what comes after it is the connection's end or a reset says nothing.
    private static async Task<string> ReadAnswerAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var (read, end) = (0, -1);
        while (end < 0 && read < answer.Length && await stream.ReadAsync(answer.AsMemory(read), cancellation) is > 0 and var more)
        {
            end = answer.AsSpan(0, read += more).IndexOf((byte)0);
        }

        return Encoding.UTF8.GetString(answer, 0, end < 0 ? read : end);
    }

    // "stream: OK", "stream: Eicar-Test-Signature FOUND", or words that end in ERROR.
    private ScanOutcome Understand(string answer)
    {
        if (answer == "stream: OK")
        {
            return ScanOutcome.Clean;
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            Log.VirusFound(logger, answer);
            return ScanOutcome.Infected;
        }

        Log.ScanFailed(logger, answer);
        return answer.Length == 0 ? ScanOutcome.Unreachable : ScanOutcome.Failed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Virus scanner unreachable; files are held. {Reason}")]
        public static partial void ScannerUnreachable(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Virus found in an uploaded file: {Answer}")]
        public static partial void VirusFound(ILogger logger, string answer);

        [LoggerMessage(3, LogLevel.Error, "The virus scanner could not scan a file; it is held. {Answer}")]
        public static partial void ScanFailed(ILogger logger, string answer);
    }
}

/// <summary>What the virus scanner said.</summary>
internal enum ScanOutcome
{
    /// <summary>Nothing found.</summary>
    Clean,

    /// <summary>There is no scanner.</summary>
    NoScanner,

    /// <summary>Something found.</summary>
    Infected,

    /// <summary>The scanner answered, but could not scan this file.</summary>
    Failed,

    /// <summary>The scanner did not answer (in time).</summary>
    Unreachable,
}
