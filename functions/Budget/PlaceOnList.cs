using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>Where an initiative joined the waiting list; see <see cref="ReserveOutcome.OnWaitingList"/>.</summary>
public sealed record PlaceOnList(int Position, Euro ShortBy);
