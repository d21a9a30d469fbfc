using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>Amounts of the ordinance besides those of the bands.</summary>
/// <param name="Minimum">Lowest amount that can be asked.</param>
/// <param name="SettledAtOnceBelow">Below this the award is settled (vastgesteld) at once; from here on after a report (Awb 4:44).</param>
public sealed record Amounts(Euro Minimum, Euro SettledAtOnceBelow);
