namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique for this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique for the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>Trace headers of the caller.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger knows beside the parameters.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which attempt of the host's own retry policy this is; the emulated host has no such policy.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>Services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that is invoked.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Values that middlewares and the function share.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Features that the host and middlewares share, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host stops or the caller of an HTTP function goes away.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
