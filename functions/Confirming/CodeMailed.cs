namespace Initiatiefloket.Confirming;

/// <summary>What became of a request for a code.</summary>
public abstract record CodeMailed
{
    private CodeMailed()
    {
    }

    /// <summary>A code is on its way, or was a moment ago.</summary>
    /// <param name="ValidUntil">When it stops working.</param>
    public sealed record Sent(DateTimeOffset ValidUntil) : CodeMailed;

    /// <summary>Too many codes were asked for this decision.</summary>
    /// <param name="Wait">How long until the next one.</param>
    public sealed record TooOften(TimeSpan Wait) : CodeMailed;
}
