using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Council.Questions;

/// <summary>A question of a council member to the professional who decided or advised.</summary>
/// <param name="Number">Which one of the case, counted from 1.</param>
/// <param name="MemberId">Who asks: id of the member in the policy.</param>
/// <param name="Text">The question.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AnswerBy">Last day to answer.</param>
/// <param name="To">Who is asked.</param>
public sealed record CouncilQuestion(int Number, string MemberId, string Text, DateTimeOffset AskedAt, DateOnly AnswerBy, Actor To)
{
    /// <summary>How many there may be about one case: more is a conversation.</summary>
    public const int Most = 20;

    /// <summary>Longest question.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest answer.</summary>
    public const int LongestAnswer = 3000;

    /// <summary>What the professional says; null as long as nobody did.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered.</summary>
    public Actor? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>What became of a question that somebody sent.</summary>
public enum QuestionAsked
{
    /// <summary>It is on its way, or was before.</summary>
    Sent,

    /// <summary>There are as many about this case as can be.</summary>
    TooMany,
}

/// <summary>A question that was not seen to yet.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Number">Which question of it.</param>
public sealed record OpenQuestion(string InitiativeId, int Number);
