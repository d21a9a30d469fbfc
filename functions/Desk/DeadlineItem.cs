using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator's mail tells of one initiative.</summary>
/// <param name="Initiative">As it stands now.</param>
/// <param name="Deadline">How it stands against its legal date.</param>
/// <param name="Link">To its page at the desk.</param>
public sealed record DeadlineItem(Initiative Initiative, Deadline Deadline, Uri Link);
