namespace Microsoft.Azure.Functions.Worker;

/// <summary>The result of an invocation.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result that the host will act on; for an HTTP function an <c>IResult</c> put here is what the caller gets.</summary>
    /// <param name="context">The invocation.</param>
    /// <returns>The result, to read or replace.</returns>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<InvocationResult>()
            ?? throw new InvalidOperationException("This invocation has no result: its context was not made by the host.");
    }
}
