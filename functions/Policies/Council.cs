using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>How the council looks along.</summary>
/// <param name="Members">Who gets digests and links.</param>
/// <param name="CallInsNeeded">How many members must call a case in to halt it.</param>
/// <param name="Window">How long they may do so.</param>
public sealed record Council(IReadOnlyList<CouncilMember> Members, int CallInsNeeded, Term Window);
