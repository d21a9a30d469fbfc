using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker.Hosting;

/// <summary>Base of workers: a background service that runs orchestrators and activities.</summary>
/// <param name="name">The name of the worker; null for the default one.</param>
/// <param name="factory">Makes orchestrators and activities.</param>
public abstract class DurableTaskWorker(string? name, IDurableTaskFactory factory) : BackgroundService
{
    /// <summary>The name of the worker; empty for the default one.</summary>
    protected virtual string Name { get; } = name ?? Options.DefaultName;

    /// <summary>Makes orchestrators and activities.</summary>
    protected virtual IDurableTaskFactory Factory { get; } = factory ?? throw new ArgumentNullException(nameof(factory));

    /// <summary>Adds properties of exceptions to the details of failures.</summary>
    protected IExceptionPropertiesProvider? ExceptionPropertiesProvider { get; set; }
}
