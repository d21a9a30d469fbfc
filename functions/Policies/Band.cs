using Initiatiefloket.Budget;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A range of amounts with its own way of deciding (mandaatband).</summary>
/// <param name="Id">Short name: "vrij", "gedeeld" or "regie" by default.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="UpTo">Highest amount in the band, inclusive.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="Explanation">What this means, for residents.</param>
public sealed record Band(string Id, string Name, Euro UpTo, DecidedBy DecidedBy, LocalText Explanation);
