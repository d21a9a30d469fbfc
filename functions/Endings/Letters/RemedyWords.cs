using System.Diagnostics;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What one can do against a decision, until which day, and in which ways (Awb 3:45, 6:4, 6:5).</summary>
internal static class RemedyWords
{
    public static void Write(LetterDraft draft, DecisionModel decision)
    {
        draft.Heading("Bent u het niet eens met dit besluit?");
        switch (decision.Remedy)
        {
            case Remedy.Objection(var desk, var term):
                draft.Say($"Bel ons gerust eerst: wij leggen het graag uit. U kunt ook bezwaar maken bij {decision.Head.Body.Name}. {Until(draft, term)}")
                    .List([$"op internet: {desk.Web}", $"met een mail aan {desk.Email}", $"met een brief aan {decision.Head.Body.Name}, {string.Join(", ", desk.Address)}"])
                    .Say($"Zet in uw bezwaar: uw naam en adres, de datum, het nummer {decision.Head.Reference}, waarom u het niet eens bent met het besluit, en uw handtekening.");
                return;
            case Remedy.Appeal(var court, var term):
                draft.Say($"U kunt in beroep gaan bij {court.Court}. {Until(draft, term)}")
                    .List([$"op internet: {court.Web}", $"met een brief aan {court.Court}, {string.Join(", ", court.Address)}"])
                    .Say($"Zet in uw beroep: uw naam en adres, de datum, waarom u het niet eens bent, en uw handtekening. Stuur een kopie van deze brief mee (nummer {decision.Head.Reference}). Aan een beroep kunnen kosten zitten.");
                return;
            default:
                throw new UnreachableException();
        }
    }

    private static string Until(LetterDraft draft, Term term) =>
        $"Doe dat uiterlijk op {draft.DayAfterSending("object-by", TermOrigin.Law, term)}. De termijn is {term}. Zij begint op de dag nadat wij u deze brief stuurden, "
        + $"{LetterDay.Sent} (Algemene wet bestuursrecht, artikel 6:7 en 6:8). Dat kan zo:";
}
