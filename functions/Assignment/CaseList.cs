using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Assignment;

/// <summary>What is on somebody's list, in no order.</summary>
/// <param name="Open">What still runs.</param>
/// <param name="Ended">What turned out to be over.</param>
public sealed record CaseList(IReadOnlyList<Initiative> Open, IReadOnlyList<EndedCase> Ended);
