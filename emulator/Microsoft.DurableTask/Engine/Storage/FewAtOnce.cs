using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>
/// Lets so many requests go at once and the others wait here. Otherwise they would wait for storage, and there the time-out of a
/// request runs: when much is due at once, storage that is only busy would look as if it did not answer.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as its client, and this use of a semaphore leaves nothing to dispose of.")]
internal sealed class FewAtOnce(int most) : HttpPipelinePolicy
{
    private readonly SemaphoreSlim _turns = new(most);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _turns.Wait(message.CancellationToken);
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            _turns.Release();
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await _turns.WaitAsync(message.CancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }
}
