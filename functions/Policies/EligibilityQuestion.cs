using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A question of the short check before an application.</summary>
/// <param name="Id">Names its answer in an address.</param>
/// <param name="Question">To be answered with yes or no.</param>
/// <param name="Expected">The answer with which one is eligible: true for yes.</param>
/// <param name="Reason">Why the other answer makes a grant unlikely.</param>
/// <param name="Elsewhere">Where to go then.</param>
public sealed record EligibilityQuestion(string Id, LocalText Question, bool Expected, LocalText Reason, LocalText Elsewhere);
