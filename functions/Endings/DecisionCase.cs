using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Endings;

/// <summary>Input of the steps that take, write down and announce a decision.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Ground">Why it is refused; only for a refusal.</param>
public sealed record DecisionCase(string InitiativeId, LetterKind Kind, RefusalGround? Ground = null);
