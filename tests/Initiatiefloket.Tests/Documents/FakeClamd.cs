using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Speaks ClamAV's INSTREAM as the daemon does, one connection after the other, and answers what the test says.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public FakeClamd()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What to say of a content; null to say nothing for ever, empty to hang up.</summary>
    public Func<byte[], string?> Answer { get; set; } = _ => "stream: OK";

    /// <summary>Whether it answers a ping.</summary>
    public bool IsAwake { get; set; } = true;

    /// <summary>Of a longer content it reads no more: it says so and hangs up.</summary>
    public int LongestStream { get; set; } = int.MaxValue;

    /// <summary>The contents that were scanned.</summary>
    public List<byte[]> Received { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var silent = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                if (await AnswerAsync(client))
                {
                    client.Dispose();
                }
                else
                {
                    silent.Add(client);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
        finally
        {
            silent.ForEach(client => client.Dispose());
        }
    }

    private async Task<bool> AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var command = await CommandAsync(stream);
        if (command == "zPING")
        {
            await SayAsync(stream, IsAwake ? "PONG" : "");
            return IsAwake;
        }

        Assert.Equal("zINSTREAM", command);
        using var content = new MemoryStream();
        while (await LengthAsync(stream) is > 0 and var length)
        {
            var piece = new byte[length];
            await stream.ReadExactlyAsync(piece, _end.Token);
            content.Write(piece);
            if (content.Length > LongestStream)
            {
                await SayAsync(stream, "INSTREAM size limit exceeded. ERROR");
                return true;
            }
        }

        Received.Add(content.ToArray());
        if (Answer(content.ToArray()) is not { } answer)
        {
            return false;
        }

        await SayAsync(stream, answer);
        return true;
    }

    private async Task<string> CommandAsync(NetworkStream stream)
    {
        var command = new StringBuilder();
        var letter = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(letter, _end.Token);
            if (letter[0] == 0)
            {
                return command.ToString();
            }

            command.Append((char)letter[0]);
        }
    }

    private async Task SayAsync(NetworkStream stream, string answer) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.Length == 0 ? "" : answer + "\0"), _end.Token);

    private async Task<int> LengthAsync(NetworkStream stream)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, _end.Token);
        return BinaryPrimitives.ReadInt32BigEndian(length);
    }
}
