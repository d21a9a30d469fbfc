using Initiatiefloket.Initiatives;
using Initiatiefloket.Review.Advising;

namespace Initiatiefloket.Review;

/// <summary>What stands around a case: money, other initiatives, and what colleagues say.</summary>
/// <param name="Effect">What granting does to the pot.</param>
/// <param name="Earlier">Other initiatives of the same applicant.</param>
/// <param name="Similar">Granted ones in the same part of town about the same theme.</param>
/// <param name="Talk">Notes and advice that this person may read.</param>
public sealed record ReviewContext(
    BudgetEffect Effect, IReadOnlyList<EarlierInitiative> Earlier, IReadOnlyList<PublicInitiative> Similar, CaseTalk Talk);
