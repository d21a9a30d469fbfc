using Azure.Core;
using Azure.Core.Pipeline;

namespace Initiatiefloket.Tests.Platform;

/// <summary>Does something else just before a request goes out, once: as if somebody else came in between.</summary>
/// <param name="before">Which request.</param>
/// <param name="act">What happens first.</param>
internal sealed class Interruption(Func<Request, bool> before, Func<Task> act) : HttpPipelinePolicy
{
    private int _times;

    /// <summary>Whether it happened.</summary>
    public bool Happened => _times > 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (before(message.Request) && Interlocked.Exchange(ref _times, 1) == 0)
        {
            await act();
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
