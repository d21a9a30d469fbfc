using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Links;

/// <summary>Whether a link that somebody was sent is still of use to them, and which one is by now.</summary>
public static class CurrentLink
{
    /// <summary>How long after its end an initiative still counts: objections, payment and questions are over by then.</summary>
    public static TimeSpan AfterTheEnd { get; } = TimeSpan.FromDays(182);

    /// <summary>The link that somebody needs now, or null when there is nothing for them to see or do.</summary>
    /// <param name="held">What they were sent.</param>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="lastChange">When something happened to it last.</param>
    /// <param name="now">The present.</param>
    public static SentLink? Of(SentLink held, Initiative initiative, DateTimeOffset lastChange, DateTimeOffset now)
    {
        // What was left to the desk waits for a decision, however long.
        if (!initiative.AwaitsDecision && lastChange + AfterTheEnd < now)
        {
            return null;
        }

        return held.Purpose switch
        {
            LinkPurpose.Status when initiative.State == InitiativeState.Draft => held with { Purpose = LinkPurpose.ConfirmEmail },
            LinkPurpose.Status => held,
            LinkPurpose.Review when initiative.AcceptsVoteOf(held.Person, initiative.Round) => held,
            LinkPurpose.LookAlong when initiative.VerdictOf(initiative.Round) is not null => held,
            LinkPurpose.CouncilDecision when initiative.AcceptsCouncilDecision => held,
            LinkPurpose.Desk when initiative.AwaitsDecision => held,
            LinkPurpose.Review or LinkPurpose.LookAlong or LinkPurpose.CouncilDecision or LinkPurpose.Desk => null,
            LinkPurpose.ConfirmEmail or LinkPurpose.ConfirmNewAddress or LinkPurpose.Overview or LinkPurpose.Advice or LinkPurpose.Draft or LinkPurpose.Support
                or LinkPurpose.ConfirmChange or LinkPurpose.DisownChange or LinkPurpose.Council or LinkPurpose.StopDigest or LinkPurpose.CouncilQuestion => null,
            _ => throw new UnreachableException(),
        };
    }
}
