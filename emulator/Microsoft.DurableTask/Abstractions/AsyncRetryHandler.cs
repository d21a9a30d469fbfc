namespace Microsoft.DurableTask;

/// <summary>Decides whether a failed task is tried again, and may wait first. Runs as orchestrator code.</summary>
/// <param name="retryContext">What failed and how often.</param>
/// <returns>True to try again.</returns>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
