using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.DurableTask.Worker;

/// <summary>Builds a worker.</summary>
public interface IDurableTaskWorkerBuilder
{
    /// <summary>The name of the worker; empty for the default one.</summary>
    string Name { get; }

    /// <summary>The services to configure.</summary>
    IServiceCollection Services { get; }

    /// <summary>The type of the worker; null takes the engine of this project.</summary>
    Type? BuildTarget { get; set; }

    /// <summary>Makes the worker.</summary>
    IHostedService Build(IServiceProvider serviceProvider);
}
