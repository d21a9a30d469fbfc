using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Client;

/// <summary>Builds a client.</summary>
public interface IDurableTaskClientBuilder
{
    /// <summary>The name of the client; empty for the default one.</summary>
    string Name { get; }

    /// <summary>The services to configure.</summary>
    IServiceCollection Services { get; }

    /// <summary>The type of the client; null takes the engine of this project.</summary>
    Type? BuildTarget { get; set; }

    /// <summary>Makes the client.</summary>
    DurableTaskClient Build(IServiceProvider serviceProvider);
}
