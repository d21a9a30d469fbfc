using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine;

/// <summary>One task hub as seen from this process: its storage, and its engine when this process is the one that works on it.</summary>
internal sealed class TaskHub
{
    public TaskHub(TaskHubStorage storage, TimeProvider clock, ILoggerFactory loggers)
    {
        Storage = storage;
        Clock = clock;
        Logger = loggers.CreateLogger("Microsoft.DurableTask.Engine");
        Outage = new(storage.Hub, Logger);
        Instances = new(storage, new PayloadStore(storage));
    }

    public TaskHubStorage Storage { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    public Outage Outage { get; }

    public InstanceStore Instances { get; }

    /// <summary>Tells clients of this process what happens to instances.</summary>
    public InstanceSignals Signals { get; } = new();

    /// <summary>The engine, when this process works on the hub.</summary>
    public HubEngine? Engine { get; set; }
}
