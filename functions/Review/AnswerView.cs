using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>What the answer page shows.</summary>
/// <param name="Initiative">An initiative whose answers are awaited.</param>
/// <param name="Application">What was filled in.</param>
public sealed record AnswerView(Initiative Initiative, Application Application)
{
    /// <summary>The questions.</summary>
    public Verdict Asked => Initiative.VerdictOf(Initiative.Round)!;

    /// <summary>What stands in the fields.</summary>
    public AnswerForm Form { get; init; } = new(0, "", new Dictionary<string, string>());

    /// <summary>When answers were kept last.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>What was kept on another device meanwhile; null when nothing was.</summary>
    public AnswerForm? Other { get; init; }

    /// <summary>What was attached to answers.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The token in the address.</summary>
    public string Token { get; init; } = "";

    public FormErrors Errors { get; init; } = [];
}
