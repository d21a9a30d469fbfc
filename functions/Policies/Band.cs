using Initiatiefloket.Languages;
using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>A range of amounts with its own way of deciding (mandaatband).</summary>
/// <param name="Id">Short name: "vrij", "gedeeld" or "regie" by default.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="UpTo">Highest amount in the band, inclusive.</param>
/// <param name="DecidedBy">What the council does; <c>councilRole</c> in the policy file.</param>
/// <param name="Review">How professionals decide, or advise the council.</param>
/// <param name="Explanation">What this means, for residents.</param>
public sealed record Band(string Id, string Name, Euro UpTo, DecidedBy DecidedBy, ReviewRules Review, LocalText Explanation)
{
    /// <summary>The body whose decision it is. Cases that began before the policy said so are the college's.</summary>
    public Authority Authority { get; init; } = Authority.College;

    /// <summary>Who signs on behalf of that body (Awb 10:1, 10:10); null when it decides itself.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>The band of an amount. An amount above the highest band, which a later policy may bring about, belongs to that one.</summary>
    /// <param name="bands">Bands, lowest first.</param>
    /// <param name="amount">What is asked or granted.</param>
    public static Band For(IReadOnlyList<Band> bands, Euro amount) => bands.FirstOrDefault(band => amount <= band.UpTo) ?? bands[^1];
}

/// <summary>Amounts of the ordinance besides those of the bands.</summary>
/// <param name="Minimum">Lowest amount that can be asked.</param>
/// <param name="BandBy">Which amount decides the band.</param>
public sealed record Amounts(Euro Minimum, BandBy BandBy);

/// <summary>Which amount of a case decides in which band it is.</summary>
public enum BandBy
{
    /// <summary>What would be granted: a lower grant may be decided in a lower band.</summary>
    Granted,

    /// <summary>What was asked, whatever is granted.</summary>
    Asked,
}

/// <summary>What the council does with an application; the dial between freedom and control. In which body's name it is decided is another question.</summary>
public enum DecidedBy
{
    /// <summary>Informed (informeren, Gemeentewet 169): the council reads it in the digest.</summary>
    Professional,

    /// <summary>Wishes and concerns (wensen en bedenkingen): members look along; when enough of them call the case in within the window, the council says in a meeting what it thinks.</summary>
    CouncilWindow,

    /// <summary>A decision of the council in a meeting (besluit raad), after the professional's advice.</summary>
    CouncilVote,
}
