using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Endings;

/// <summary>What a letter is written from.</summary>
/// <param name="Initiative">The decided initiative.</param>
/// <param name="Applicant">To whom it is addressed.</param>
/// <param name="Ground">Why it is refused; only for a refusal.</param>
/// <param name="Letter">The letter: kind, day, blob.</param>
public sealed record LetterCase(Initiative Initiative, Applicant Applicant, RefusalGround? Ground, Letter Letter);
