namespace Initiatiefloket.Initiatives;

/// <summary>
/// Keeps something of each case beside it, such as a line of a list, and is told of each change right after it was stored. It may be told twice, and by a crash not at
/// all: whoever follows puts right later what was missed.
/// </summary>
public interface ICaseFollower
{
    /// <summary>Takes a change over.</summary>
    Task FollowAsync(CaseChanged changed, CancellationToken cancellation);
}

/// <summary>A change of an initiative that was stored.</summary>
/// <param name="Initiatives">Where the rest of it is read.</param>
/// <param name="Before">How it stood; null when that is not known: somebody stored the change before, or it is about the applicant.</param>
/// <param name="After">How it stands.</param>
/// <param name="Happened">The events that tell of it.</param>
public sealed record CaseChanged(InitiativeTable Initiatives, Initiative? Before, Initiative After, IReadOnlyList<InitiativeEvent> Happened);
