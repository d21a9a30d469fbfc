using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class FewAtOnceTests
{
    [Fact]
    public async Task Send_ManyAtOnce_LetsTheLimitThroughAndTheRestAfterThem()
    {
        var network = new HeldNetwork();
        var pipeline = Pipeline(network, most: 2);

        var sent = Enumerable.Range(0, 5).Select(_ => SendAsync(pipeline, CancellationToken.None)).ToList();
        Assert.Equal(2, network.Arrived);
        network.LetGo.SetResult();
        await Task.WhenAll(sent);

        Assert.Equal(5, network.Arrived);
    }

    [Fact]
    public async Task Send_CancelledWhileItWaits_GivesUpItsTurn()
    {
        var network = new HeldNetwork();
        var pipeline = Pipeline(network, most: 1);
        using var stop = new CancellationTokenSource();

        var first = SendAsync(pipeline, CancellationToken.None);
        var second = SendAsync(pipeline, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        network.LetGo.SetResult();
        await first;
        await SendAsync(pipeline, CancellationToken.None);

        Assert.Equal(2, network.Arrived);
    }

    private static HttpPipeline Pipeline(HeldNetwork network, int most)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new FewAtOnce(most), HttpPipelinePosition.PerRetry);
        options.AddPolicy(network, HttpPipelinePosition.BeforeTransport);
        return HttpPipelineBuilder.Build(options);
    }

    private static async Task SendAsync(HttpPipeline pipeline, CancellationToken cancellation)
    {
        using var message = pipeline.CreateMessage();
        await pipeline.SendAsync(message, cancellation);
    }

    /// <summary>In the place of a network: counts requests and holds them.</summary>
    private sealed class HeldNetwork : HttpPipelinePolicy
    {
        private int _arrived;

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Arrived => _arrived;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Interlocked.Increment(ref _arrived);
            await LetGo.Task;
            message.Response = new Answer();
        }
    }

    private sealed class Answer : Azure.Response
    {
        public override int Status => 204;

        public override string ReasonPhrase => "No Content";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
            // Holds nothing.
        }

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];
    }
}
