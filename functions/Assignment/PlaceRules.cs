using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Assignment;

/// <summary>Which places on a panel the coordinator can give to whom. Pure.</summary>
public static class PlaceRules
{
    extension(Initiative initiative)
    {
        /// <summary>Whether a place can change hands: somebody still has to decide. Not while the coordinator settles a disagreement, unless involved.</summary>
        public bool IsHandOverTime => initiative.AcceptsVerdict(initiative.Round)
            && (!initiative.MaySeeCase(Actor.Coordinator) || initiative.Panel is not { Kind: RoundKind.Arbitration, IsCoordinatorsOwn: true });

        /// <summary>Who can give a place: who still has to decide.</summary>
        public IReadOnlyList<Actor> MayGivePlace => initiative.IsHandOverTime ? initiative.Panel.SilentIn(initiative.Round) : [];

        /// <summary>Who can take a place: each reviewer and the coordinator, or the substitute of one who is involved; not who sits here or is involved.</summary>
        public IReadOnlyList<Actor> MayTakePlace(Policy policy) => initiative.IsHandOverTime
            ? [.. policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Append(initiative.MaySeeCase(Actor.Coordinator) ? Actor.Coordinator : Actor.Substitute)
                .Where(initiative.Panel.MayTakePlace)]
            : [];
    }
}
