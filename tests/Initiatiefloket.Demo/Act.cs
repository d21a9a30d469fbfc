using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Demo;

/// <summary>One proposal of the play.</summary>
/// <param name="End">How it ends.</param>
/// <param name="PlayAsync">Plays it to its end and tells its reference.</param>
internal sealed record Act(InitiativeState End, Func<Task<string>> PlayAsync);
