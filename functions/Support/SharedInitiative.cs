using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Support;

/// <summary>What a neighbour sees of an initiative.</summary>
/// <param name="Code">The code in the shared address.</param>
/// <param name="Initiative">Title, place and subject.</param>
/// <param name="Application">The plan.</param>
/// <param name="Count">How many support it.</param>
public sealed record SharedInitiative(string Code, Initiative Initiative, Application Application, SupportCount Count);
