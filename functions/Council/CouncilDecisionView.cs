using Initiatiefloket.Council.Questions;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council;

/// <summary>A case that the council decides, for whoever records what it decided.</summary>
public sealed record CouncilDecisionView
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    /// <summary>The rules of the case, with the people of today.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The day in town.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Path of the page.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the applicant sent along, also with answers.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Those that came with the application.</summary>
    public IReadOnlyList<Document> WithApplication => [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>What members asked the professional.</summary>
    public IReadOnlyList<CouncilQuestion> Questions { get; init; } = [];

    /// <summary>What the professional advises.</summary>
    public Verdict? Advice => Initiative.VerdictOf(Initiative.Round);

    /// <summary>Where members called it in, the council says what it thinks and the college decides; where the band is the council's, the council decides.</summary>
    public bool IsAdvice => Initiative.CalledInBy.Count > 0;

    /// <summary>The duties that can be chosen.</summary>
    public IReadOnlyList<Choice> Duties => TypedDuties.ChoicesIn(Policy, Advice?.ConditionCodes ?? []);
}

/// <summary>Gathers what whoever records the decision sees.</summary>
public sealed class CouncilDecisionViews(
    InitiativeTable initiatives, DocumentLibrary documents, CouncilQuestionTable questions, Policy policy, TimeProvider clock)
{
    public async Task<CouncilDecisionView> BuildAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var initiative = visit.Initiative;
        return new CouncilDecisionView
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
            Policy = policy.For(initiative),
            Today = LocalTime.DayOf(clock.GetUtcNow()),
            Address = visit.Address,
            Documents = await documents.ListSentAsync(initiative, cancellation),
            Questions = await questions.ListAsync(initiative.Id, cancellation),
        };
    }
}
