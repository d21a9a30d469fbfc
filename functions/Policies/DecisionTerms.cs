using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>Reads who set the term for decisions, and what a later date rests on.</summary>
internal static class DecisionTerms
{
    private const string DecisionKey = "decision";
    private const string ExtensionKey = "extension";
    private const string TermijnenwetKey = "termijnenwet";

    private static readonly Dictionary<string, TermSetBy> Setters = new() { ["wet"] = TermSetBy.Law, ["verordening"] = TermSetBy.Ordinance };

    private static readonly Dictionary<string, ExtensionBasis> Bases = new()
    {
        ["awb-4:14-3"] = ExtensionBasis.NamedTerm,
        ["awb-4:14-1"] = ExtensionBasis.ToldOnly,
        ["verordening"] = ExtensionBasis.Ordinance,
    };

    /// <summary>Reads both terms.</summary>
    public static (DecisionTerm Decision, DecisionExtension Extension) Read(PolicySection terms) => (
        PolicyReader.Whole(terms.Section(DecisionKey), ReadDecision),
        PolicyReader.Whole(terms.Section(ExtensionKey), section => new DecisionExtension(
            section.TermInDays("length"), section.Choice("basis", Bases), section.Text("article"))));

    /// <summary>Notes what does not go together.</summary>
    public static void Check(DecisionSource source, PolicyProblems problems)
    {
        if (source.SetBy == TermSetBy.Law != (source.Extension == ExtensionBasis.NamedTerm) && !problems.HasAny("terms.decision.setBy"))
        {
            problems.Add(
                "terms.extension.basis",
                "past niet bij terms.decision.setBy. Bij \"wet\" hoort \"awb-4:14-3\", bij \"verordening\" hoort \"awb-4:14-1\" of \"verordening\".");
        }
    }

    private static DecisionTerm ReadDecision(PolicySection section)
    {
        var (length, setBy, article) = (section.TermInDays("length"), section.Choice("setBy", Setters), section.Text("article"));

        // A term of the Awb needs no word of it.
        var applies = setBy == TermSetBy.Ordinance && section.Has(TermijnenwetKey) && section.Flag(TermijnenwetKey);
        return new DecisionTerm(length, setBy, article, applies);
    }
}

/// <summary>The term for a decision as the policy has it.</summary>
/// <param name="Length">How long.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Article">Where.</param>
/// <param name="AppliesTermijnenwet">Whether the ordinance says that the Algemene termijnenwet holds for it.</param>
internal sealed record DecisionTerm(Term Length, TermSetBy SetBy, string Article, bool AppliesTermijnenwet);

/// <summary>A later date for a decision as the policy has it.</summary>
/// <param name="Length">How much later.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Article">Where that stands.</param>
internal sealed record DecisionExtension(Term Length, ExtensionBasis Basis, string Article);
