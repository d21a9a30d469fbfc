using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Review;

/// <summary>Another initiative of the same applicant.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Year">Year of receipt.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Granted">What was granted, or null.</param>
public sealed record EarlierInitiative(string Id, string Title, int Year, InitiativeState State, Euro? Granted)
{
    /// <summary>Of an initiative that was received.</summary>
    public static EarlierInitiative Of(Initiative initiative) => new(
        initiative.Id,
        initiative.Title,
        initiative.PotYear,
        initiative.State,
        initiative.State == InitiativeState.Granted ? initiative.VerdictOf(initiative.Round)?.Amount : null);
}
