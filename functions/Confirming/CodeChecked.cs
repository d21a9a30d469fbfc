namespace Initiatiefloket.Confirming;

/// <summary>What became of a code that somebody typed.</summary>
public abstract record CodeChecked
{
    private CodeChecked()
    {
    }

    /// <summary>It is the code for this decision. Each check counts as a try, also this one; until the tries are used up it stays right, so that a decision that could not be saved can be sent again.</summary>
    public sealed record Confirmed : CodeChecked;

    /// <summary>It is not the code.</summary>
    /// <param name="TriesLeft">How often another one may be tried; at least once.</param>
    public sealed record Wrong(int TriesLeft) : CodeChecked;

    /// <summary>The tries are used up: a new code is needed.</summary>
    public sealed record UsedUp : CodeChecked;

    /// <summary>Its time is over: a new code is needed.</summary>
    public sealed record Expired : CodeChecked;

    /// <summary>No code was mailed for this very decision: it is new, or was changed since.</summary>
    public sealed record ForAnotherDecision : CodeChecked;
}
