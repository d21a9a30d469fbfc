using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>What stands around a case: money, and other initiatives.</summary>
/// <param name="Effect">What granting does to the pot.</param>
/// <param name="Earlier">Other initiatives of the same applicant.</param>
/// <param name="Similar">Granted ones in the same part of town about the same theme.</param>
public sealed record ReviewContext(BudgetEffect Effect, IReadOnlyList<EarlierInitiative> Earlier, IReadOnlyList<PublicInitiative> Similar);
