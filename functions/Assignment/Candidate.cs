using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Assignment;

/// <summary>A reviewer who may be given a case.</summary>
/// <param name="Person">Who (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Load">How many open cases wait for their vote.</param>
public sealed record Candidate(Actor Person, int Load);
