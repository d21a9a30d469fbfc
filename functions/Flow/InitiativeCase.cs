using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Flow;

/// <summary>
/// Input of a case's workflow: all that steers it, so that a changed policy never changes a running case.
/// </summary>
/// <param name="Id">Reference of the initiative; also the instance id.</param>
/// <param name="PotYear">Year of the pot that pays.</param>
/// <param name="Rules">The part of the policy that the case runs by.</param>
public sealed record InitiativeCase(string Id, int PotYear, CaseRules Rules);

/// <summary>The part of a policy that steers a case.</summary>
/// <param name="PolicyVersion">Version of the policy that the rules were taken from.</param>
/// <param name="Bands">Mandate bands, ascending.</param>
/// <param name="Terms">How long each wait lasts.</param>
/// <param name="Limits">How often things may be repeated.</param>
/// <param name="CouncilWindow">How long council members may call a case in.</param>
/// <param name="CallInsNeeded">Number of council members that halts a grant in band "gedeeld".</param>
public sealed record CaseRules(
    string PolicyVersion, IReadOnlyList<Band> Bands, PolicyTerms Terms, Limits Limits, Term CouncilWindow, int CallInsNeeded)
{
    /// <summary>Who decides on an amount.</summary>
    public DecidedBy DecidedByFor(Euro amount) => Band.For(Bands, amount).DecidedBy;
}
