using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker;

/// <summary>Configures a worker.</summary>
public static class DurableTaskWorkerBuilderExtensions
{
    /// <summary>Adds orchestrators and activities.</summary>
    public static IDurableTaskWorkerBuilder AddTasks(
        this IDurableTaskWorkerBuilder builder, Action<DurableTaskRegistry> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }

    /// <summary>Sets options.</summary>
    public static IDurableTaskWorkerBuilder Configure(
        this IDurableTaskWorkerBuilder builder, Action<DurableTaskWorkerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }

    /// <summary>Chooses the type of the worker.</summary>
    public static IDurableTaskWorkerBuilder UseBuildTarget(this IDurableTaskWorkerBuilder builder, Type target)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.BuildTarget = target;
        return builder;
    }

    /// <summary>Chooses the type of the worker.</summary>
    public static IDurableTaskWorkerBuilder UseBuildTarget<TTarget>(this IDurableTaskWorkerBuilder builder)
        where TTarget : DurableTaskWorker => builder.UseBuildTarget(typeof(TTarget));

    /// <summary>Chooses the type of the worker and of its options, which take over the common ones.</summary>
    public static IDurableTaskWorkerBuilder UseBuildTarget<TTarget, TOptions>(this IDurableTaskWorkerBuilder builder)
        where TTarget : DurableTaskWorker
        where TOptions : DurableTaskWorkerOptions
    {
        builder.UseBuildTarget<TTarget>();
        builder.Services.AddOptions<TOptions>(builder.Name).PostConfigure<IOptionsMonitor<DurableTaskWorkerOptions>>(
            (options, common) => common.Get(builder.Name).ApplyTo(options));
        return builder;
    }

    /// <summary>Sets which versions the worker runs.</summary>
    public static IDurableTaskWorkerBuilder UseVersioning(
        this IDurableTaskWorkerBuilder builder, DurableTaskWorkerOptions.VersioningOptions versionOptions) =>
        builder.Configure(options => options.Versioning = new()
        {
            Version = versionOptions.Version,
            DefaultVersion = versionOptions.DefaultVersion,
            MatchStrategy = versionOptions.MatchStrategy,
            FailureStrategy = versionOptions.FailureStrategy,
        });

    /// <summary>Leaves orchestrations alone that a filter does not admit.</summary>
    /// <typeparam name="TOrchestrationFilter">The filter; its constructor may ask for services.</typeparam>
    /// <param name="builder">The builder of the worker.</param>
    /// <returns>The same builder.</returns>
    [Obsolete("Experimental")]
    public static IDurableTaskWorkerBuilder UseOrchestrationFilter<TOrchestrationFilter>(this IDurableTaskWorkerBuilder builder)
        where TOrchestrationFilter : class, IOrchestrationFilter
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IOrchestrationFilter, TOrchestrationFilter>();
        return builder;
    }

    /// <summary>Leaves orchestrations alone that a filter does not admit.</summary>
    /// <param name="builder">The builder of the worker.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>The same builder.</returns>
    [Obsolete("Experimental")]
    public static IDurableTaskWorkerBuilder UseOrchestrationFilter(this IDurableTaskWorkerBuilder builder, IOrchestrationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(filter);
        return builder;
    }
}
