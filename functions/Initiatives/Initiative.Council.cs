using Initiatiefloket.Money;

namespace Initiatiefloket.Initiatives;

/// <content>What the council does with it.</content>
public sealed partial record Initiative
{
    /// <summary>Whether the professionals want to grant it, so that what is left to decide is the council's.</summary>
    public bool IsForCouncil => VerdictOf(Round) is { Kind: VerdictKind.Approve };

    /// <summary>True as long as council members may call the case in.</summary>
    public bool IsOpenForCallIn => State == InitiativeState.CouncilWindow && WaitsUntil is not null;

    /// <summary>The amount that the professionals advise to grant; what was asked when they named none.</summary>
    public Euro AmountAdvised => VerdictOf(Round)?.Amount ?? Asked;

    /// <summary>Who records what the council decided: the coordinator, or the substitute of one who is involved (Awb 2:4).</summary>
    public Actor Recorder => this.MaySeeCase(Actor.Coordinator) ? Actor.Coordinator : Actor.Substitute;

    /// <summary>True as long as the council's decision is awaited.</summary>
    public bool AcceptsCouncilDecision => State == InitiativeState.CouncilDecides && CouncilDecision is null;

    /// <summary>Adds a member who calls the case in, with the reason; null when the window is closed, or they did already.</summary>
    public Initiative? CallIn(string memberId, string reason) => IsOpenForCallIn && !CalledInBy.Contains(memberId)
        ? this with { CalledInBy = [.. CalledInBy, memberId], CallInReasons = [.. CallInReasons, new CallInReason(memberId, reason)] }
        : null;

    /// <summary>Why a member calls the case in; null for one who does not, or gave no reason.</summary>
    public string? CallInReasonOf(string memberId) => CallInReasons.FirstOrDefault(one => one.MemberId == memberId)?.Reason;

    /// <summary>Whether a member may take their call-in back: as long as the window is open, and too few ask for it. With enough of them it is on its way to the council.</summary>
    public bool MayTakeBackCallIn(string memberId, int needed) => IsOpenForCallIn && CalledInBy.Contains(memberId) && CalledInBy.Count < needed;

    /// <summary>Takes a member's call-in back; null when they may not (<see cref="MayTakeBackCallIn"/>).</summary>
    public Initiative? TakeBackCallIn(string memberId, int needed) => MayTakeBackCallIn(memberId, needed)
        ? this with
        {
            CalledInBy = [.. CalledInBy.Where(member => member != memberId)],
            CallInReasons = [.. CallInReasons.Where(one => one.MemberId != memberId)],
            CallInsTakenBack = [.. CallInsTakenBack, memberId],
        }
        : null;

    /// <summary>Which time it is that a member asks, counted from 1: part of the keys of what may come again.</summary>
    public int CallInTurnOf(string memberId) => 1 + CallInsTakenBack.Count(member => member == memberId);

    /// <summary>Lets members of the council open a document, or not any more; null when that is so already.</summary>
    public Initiative? ReleaseDocument(string documentId, bool isReleased) => DocumentsForCouncil.Contains(documentId) == isReleased
        ? null
        : this with { DocumentsForCouncil = [.. DocumentsForCouncil.Where(id => id != documentId), .. isReleased ? new[] { documentId } : []] };
}

/// <summary>Why a council member asks to put a case on the agenda.</summary>
/// <param name="MemberId">Id of the member in the policy.</param>
/// <param name="Reason">In their own words.</param>
public sealed record CallInReason(string MemberId, string Reason)
{
    /// <summary>Longest reason.</summary>
    public const int Longest = 500;
}
