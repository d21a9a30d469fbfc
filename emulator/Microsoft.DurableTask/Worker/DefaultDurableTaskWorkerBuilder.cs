using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker;

/// <summary>Builds a worker.</summary>
/// <param name="name">The name of the worker; null for the default one.</param>
/// <param name="services">The services to configure.</param>
public class DefaultDurableTaskWorkerBuilder(string? name, IServiceCollection services) : IDurableTaskWorkerBuilder
{
    private Type? _buildTarget;

    /// <inheritdoc/>
    public string Name { get; } = name ?? Options.DefaultName;

    /// <inheritdoc/>
    public IServiceCollection Services { get; } = services ?? throw new ArgumentNullException(nameof(services));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The type is abstract or no worker.</exception>
    public Type? BuildTarget
    {
        get => _buildTarget;
        set => _buildTarget = value is null || (value.IsSubclassOf(typeof(DurableTaskWorker)) && !value.IsAbstract)
            ? value
            : throw new ArgumentException($"Type must be non-abstract and a subclass of {typeof(DurableTaskWorker)}", nameof(value));
    }

    /// <inheritdoc/>
    public IHostedService Build(IServiceProvider serviceProvider)
    {
        var registry = serviceProvider.GetRequiredService<IOptionsMonitor<DurableTaskRegistry>>().Get(Name);
        return (IHostedService)ActivatorUtilities.CreateInstance(
            serviceProvider, _buildTarget ?? typeof(TaskHubWorker), Name, new VersionedTaskFactory(registry));
    }
}
