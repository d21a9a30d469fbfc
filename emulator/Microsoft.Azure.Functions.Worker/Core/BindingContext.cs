namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows beside the parameters.</summary>
public abstract class BindingContext
{
    /// <summary>Query and route values of a request, and its query (<c>Query</c>) and headers (<c>Headers</c>) as JSON; <c>instanceId</c> of an activity.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
