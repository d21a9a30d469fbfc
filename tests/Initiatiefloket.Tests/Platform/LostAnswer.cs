using Azure.Core;
using Azure.Core.Pipeline;

namespace Initiatiefloket.Tests.Platform;

/// <summary>Loses the answer to a request that was carried out, once: as if the line broke just then. The client sends it again.</summary>
/// <param name="to">Which request.</param>
internal sealed class LostAnswer(Func<Request, bool> to) : HttpPipelinePolicy
{
    private int _times;

    /// <summary>Whether it happened.</summary>
    public bool Happened => _times > 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (to(message.Request) && Interlocked.Exchange(ref _times, 1) == 0)
        {
            throw new IOException("The answer is lost.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
