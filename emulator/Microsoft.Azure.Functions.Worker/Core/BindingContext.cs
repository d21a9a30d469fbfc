namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows beside the parameters.</summary>
public abstract class BindingContext
{
    /// <summary>Route values of a request; <c>instanceId</c> of an activity.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
