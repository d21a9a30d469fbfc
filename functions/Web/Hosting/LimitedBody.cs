using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// A body that does not say how long it is, up to a limit. Past the server's own limit the connection closes while the sender still writes, and the host that forwards
/// the request may see no answer then. Past this one the server reads on for a while and throws that away, as after any answer.
/// </summary>
/// <param name="body">As it comes in.</param>
/// <param name="most">What it may hold, in bytes.</param>
internal sealed class LimitedBody(Stream body, long most) : ReadOnlyStream
{
    private long _read;

    /// <summary>What is thrown for a body that holds more than it may.</summary>
    public static BadHttpRequestException TooLarge => new("The body is larger than this function takes.", StatusCodes.Status413PayloadTooLarge);

    /// <exception cref="BadHttpRequestException">There was more than may be.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = await body.ReadAsync(buffer, cancellationToken);
        _read += bytes;
        return _read <= most ? bytes : throw TooLarge;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body is read asynchronously.");
}
