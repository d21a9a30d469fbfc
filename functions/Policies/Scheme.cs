using System.Diagnostics;

namespace Initiatiefloket.Policies;

/// <summary>The scheme on which decisions rest (Awb 4:23); letters cite it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Article">Article of the ordinance on which it rests, with the name of that ordinance.</param>
/// <param name="AsvArticle">Article of the general subsidy ordinance (Algemene subsidieverordening), with its name.</param>
/// <param name="DutiesArticle">Article on which duties in own words rest (Awb 4:38).</param>
/// <param name="PublishedAt">Where it was made public.</param>
public sealed record Scheme(string Name, string Article, string AsvArticle, string DutiesArticle, string PublishedAt);

/// <summary>A duty that can be attached to a grant (verplichting, Awb 4:37 to 4:39).</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">What stands in the letter, in plain Dutch.</param>
/// <param name="Article">Article of the scheme on which it rests.</param>
/// <param name="Basis">What of the law allows it.</param>
public sealed record Duty(string Code, string Text, string Article, DutyBasis Basis)
{
    /// <summary>What of the law allows a duty in own words.</summary>
    public const string OwnWordsBasis = "Awb 4:38";

    /// <summary>As "Awb 4:37".</summary>
    public string BasisInLaw => Basis switch
    {
        DutyBasis.Standard => "Awb 4:37",
        DutyBasis.ForTheAim => OwnWordsBasis,
        DutyBasis.ForTheManner => "Awb 4:39",
        _ => throw new UnreachableException(),
    };
}

/// <summary>What of the law allows a duty.</summary>
public enum DutyBasis
{
    /// <summary>One that the law itself names (Awb 4:37).</summary>
    Standard,

    /// <summary>Another one that serves the aim of the subsidy (Awb 4:38).</summary>
    ForTheAim,

    /// <summary>One that does not serve the aim, about the manner or the means (Awb 4:39).</summary>
    ForTheManner,
}
