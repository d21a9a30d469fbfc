namespace Initiatiefloket.Platform;

/// <summary>An outage that may pass: a step that throws it is tried again (<see cref="Retries.WhenTransient"/>).</summary>
public sealed class TransientFailureException : Exception
{
    public TransientFailureException()
    {
    }

    public TransientFailureException(string message)
        : base(message)
    {
    }

    public TransientFailureException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
