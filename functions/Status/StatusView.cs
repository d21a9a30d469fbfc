using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;

namespace Initiatiefloket.Status;

/// <summary>What the status page shows.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Application">What was filled in.</param>
/// <param name="Documents">What was sent along, also with answers.</param>
/// <param name="Story">Where it stands.</param>
/// <param name="Token">The token in the address.</param>
public sealed record StatusView(
    Initiative Initiative, Application Application, IReadOnlyList<Document> Documents, StatusStory Story, string Token)
{
    /// <summary>The rounds in which something was asked and answered, oldest first.</summary>
    public IEnumerable<Verdict> Answered =>
        Initiative.Verdicts.Where(verdict => verdict is { Kind: VerdictKind.Ask, AnsweredAt: not null }).OrderBy(verdict => verdict.Round);

    /// <summary>What was sent along with the application.</summary>
    public IReadOnlyList<Document> WithApplication =>
        [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>True while an answer of the applicant is awaited.</summary>
    public bool IsAsked => Initiative.AcceptsAnswers(Initiative.Round);

    /// <summary>Address of one of the applicant's pages.</summary>
    public string Address(string page) => StatusAddress.Of(Token, page);
}
