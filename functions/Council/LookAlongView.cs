using Initiatiefloket.Council.Questions;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council;

/// <summary>What a council member sees of a case.</summary>
public sealed record LookAlongView
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    /// <summary>The rules of the case, with the people of today.</summary>
    public required Policy Policy { get; init; }

    /// <summary>Id of the member.</summary>
    public required string MemberId { get; init; }

    /// <summary>Whether there was a time to look along; in other bands and for whoever got no money there never is.</summary>
    public bool HadWindow { get; init; }

    /// <summary>Questions of members, with the answers so far.</summary>
    public IReadOnlyList<CouncilQuestion> Questions { get; init; } = [];

    /// <summary>The latest grants in the same part of town.</summary>
    public IReadOnlyList<PublicInitiative> EarlierGrants { get; init; } = [];

    /// <summary>The documents that the applicant sent, also with answers.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Those that this member may open.</summary>
    public IReadOnlyList<Document> DocumentsForCouncil => IsMember && !IsInvolved ? [.. Documents.Where(document => Initiative.IsForCouncil(document))] : [];

    /// <summary>How many others there are.</summary>
    public int ClosedDocuments => Documents.Count - DocumentsForCouncil.Count;

    /// <summary>The recess of today; null when there is none.</summary>
    public Recess? Recess { get; init; }

    /// <summary>Path of the page.</summary>
    public string Address { get; init; } = "";

    /// <summary>False for whoever is not on the council: mail for a member who left goes to the coordinator, who only looks.</summary>
    public bool IsMember { get; init; } = true;

    /// <summary>Whether the initiative is this member's own, or one that they support (Awb 2:4).</summary>
    public bool IsInvolved => !Initiative.MaySeeCase(Actor.CouncilMember(MemberId));

    public bool CalledIn => Initiative.CalledInBy.Contains(MemberId);

    public bool MayCallIn => Initiative.IsOpenForCallIn && !IsInvolved && IsMember && !CalledIn;

    public bool MayTakeBack => Initiative.MayTakeBackCallIn(MemberId, Policy.Council.CallInsNeeded);

    public bool MayAsk => IsMember && !IsInvolved && Verdict is not null && Questions.Count < CouncilQuestion.Most;

    public Verdict? Verdict => Initiative.VerdictOf(Initiative.Round);

    /// <summary>The questions that were asked of the applicant.</summary>
    public IEnumerable<Question> Asked => Initiative.Verdicts.Where(verdict => verdict.Kind == VerdictKind.Ask).SelectMany(verdict => verdict.Questions);
}

/// <summary>Gathers what a council member sees of a case.</summary>
public sealed class LookAlongViews(
    InitiativeTable initiatives, CouncilQuestionTable questions, PublicInitiatives granted, DocumentLibrary documents, Policy policy, TimeProvider clock)
{
    public async Task<LookAlongView> BuildAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var (initiative, today) = (visit.Initiative, LocalTime.DayOf(clock.GetUtcNow()));
        var member = visit.Person.CouncilMemberId!;
        return new LookAlongView
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
            Policy = policy.For(initiative),
            MemberId = member,
            HadWindow = await initiatives.FindEventAsync(initiative.Id, CouncilWindowActivities.OpenedKey, cancellation) is not null,
            Questions = await questions.ListAsync(initiative.Id, cancellation),
            EarlierGrants = await granted.FindLatestAsync(initiative.NeighbourhoodId, policy.Themes.Select(theme => theme.Id), cancellation),
            Documents = await documents.ListSentAsync(initiative, cancellation),
            Recess = policy.Council.RecessOn(today),
            Address = visit.Address,
            IsMember = policy.HasCouncilMember(member, today),
        };
    }
}
