namespace Initiatiefloket.Terms;

/// <summary>Who set the term for a decision, and so how its end is counted and what a later date is worth.</summary>
/// <param name="SetBy">Who set it.</param>
/// <param name="Article">Where: "Awb 4:13", "artikel 7 van de Algemene subsidieverordening".</param>
/// <param name="Extension">What a later date rests on.</param>
/// <param name="ExtensionArticle">Where: "Awb 4:14, derde lid".</param>
public sealed record DecisionSource(TermSetBy SetBy, string Article, ExtensionBasis Extension, string ExtensionArticle)
{
    /// <summary>Whether an ordinance says that the Algemene termijnenwet holds for it; by itself that act is about acts of parliament (article 1).</summary>
    public bool AppliesTermijnenwet { get; init; }

    /// <summary>The term of the Awb itself: what cases have that began before the source was noted.</summary>
    public static DecisionSource ByLaw { get; } = new(TermSetBy.Law, "Awb 4:13", ExtensionBasis.NamedTerm, "Awb 4:14");

    /// <summary>Whether the end of the term moves off weekends and holidays.</summary>
    public bool MovesOffHolidays => SetBy == TermSetBy.Law || AppliesTermijnenwet;

    /// <summary>Whether a later date that the applicant is told moves the end of the term, and with it the day from which a notice of default counts.</summary>
    public bool ExtensionMovesTheEnd => Extension is ExtensionBasis.NamedTerm or ExtensionBasis.Ordinance;
}

/// <summary>Who set the term for a decision.</summary>
public enum TermSetBy
{
    /// <summary>The Awb: no ordinance says how long a decision may take (4:13, second paragraph).</summary>
    Law,

    /// <summary>The municipality's own ordinance.</summary>
    Ordinance,
}

/// <summary>What a later date for a decision rests on.</summary>
public enum ExtensionBasis
{
    /// <summary>Awb 4:14, third paragraph: where no rule sets a term, the reasonable term that the applicant is told takes the place of the eight weeks.</summary>
    NamedTerm,

    /// <summary>Awb 4:14, first paragraph: the applicant is told a date, and the term of the ordinance still ends when it ends.</summary>
    ToldOnly,

    /// <summary>The ordinance itself lets the term be extended.</summary>
    Ordinance,
}
