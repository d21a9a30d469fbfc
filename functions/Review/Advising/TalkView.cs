using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review.Advising;

/// <summary>What the page of notes and advice shows.</summary>
/// <param name="Initiative">The case.</param>
/// <param name="Talk">What this person may read.</param>
/// <param name="Colleagues">Who can be asked for advice.</param>
/// <param name="IsOpen">False when this person has nothing to decide (any more).</param>
/// <param name="Back">Address of the review page.</param>
public sealed record TalkView(Initiative Initiative, CaseTalk Talk, IReadOnlyList<Reviewer> Colleagues, bool IsOpen, string Back);
