namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the next run.</summary>
    public object? NewInput { get; set; }

    /// <summary>The version of the next run; null or empty keeps the current one.</summary>
    public string? NewVersion { get; set; }

    /// <summary>Whether external events that nobody has taken yet go along to the next run. True by default.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
