using Microsoft.DurableTask.Engine.Clients;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

/// <summary>Builds a client.</summary>
/// <param name="name">The name of the client; null for the default one.</param>
/// <param name="services">The services to configure.</param>
public class DefaultDurableTaskClientBuilder(string? name, IServiceCollection services) : IDurableTaskClientBuilder
{
    private Type? _buildTarget;

    /// <inheritdoc/>
    public string Name { get; } = name ?? Options.DefaultName;

    /// <inheritdoc/>
    public IServiceCollection Services { get; } = services;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The type is abstract or no client.</exception>
    public Type? BuildTarget
    {
        get => _buildTarget;
        set => _buildTarget = value is null || (value.IsSubclassOf(typeof(DurableTaskClient)) && !value.IsAbstract)
            ? value
            : throw new ArgumentException($"Type must be non-abstract and a subclass of {typeof(DurableTaskClient)}", nameof(value));
    }

    /// <inheritdoc/>
    public DurableTaskClient Build(IServiceProvider serviceProvider) => (DurableTaskClient)ActivatorUtilities.CreateInstance(
        serviceProvider, _buildTarget ?? typeof(TaskHubClient), Name);
}
