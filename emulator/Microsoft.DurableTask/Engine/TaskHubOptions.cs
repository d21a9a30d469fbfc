namespace Microsoft.DurableTask.Engine;

/// <summary>What the host decides about the task hub (host.json, extensions.durableTask).</summary>
internal sealed class TaskHubOptions
{
    /// <summary>The name of the hub: letters and digits, from 3 to 45. Instances of different hubs do not see each other.</summary>
    public string HubName { get; set; } = "TestHubName";

    /// <summary>The version of instances that are started without one; null leaves it to the client's and worker's options.</summary>
    public string? DefaultVersion { get; set; }

    /// <summary>The number of activities that run at once; null leaves it to the worker's options.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>The number of orchestrators that take a step at once; null leaves it to the worker's options.</summary>
    public int? MaxConcurrentOrchestrators { get; set; }

    /// <summary>The storage account; null takes AzureWebJobsStorage from the configuration.</summary>
    public string? ConnectionString { get; set; }
}
