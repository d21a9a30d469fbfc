namespace Initiatiefloket.Initiatives;

/// <summary>What the votes of a round come to.</summary>
public abstract record RoundResult
{
    private RoundResult()
    {
    }

    /// <summary>Somebody still has to vote.</summary>
    public sealed record Open : RoundResult;

    /// <summary>There is a verdict.</summary>
    public sealed record Settled(Verdict Verdict) : RoundResult;

    /// <summary>Everybody voted, not all the same.</summary>
    public sealed record Disagreement : RoundResult;
}
