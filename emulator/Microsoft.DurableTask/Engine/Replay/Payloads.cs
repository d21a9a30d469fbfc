using System.Text;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>The limit on inputs, outputs, events and statuses.</summary>
internal static class Payloads
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int MaxSize = 10 * 1024 * 1024;

    /// <exception cref="InvalidOperationException">The payload is too large.</exception>
    public static string? Require(string? payload, string what)
    {
        // A character takes three bytes at most, so a short text needs no counting.
        if (payload?.Length > MaxSize / 3 && Encoding.UTF8.GetByteCount(payload) is var size and > MaxSize)
        {
            throw new InvalidOperationException(
                $"The {what} takes {size} bytes and the limit is {MaxSize}. Keep large data in storage of your own and send its key.");
        }

        return payload;
    }
}
