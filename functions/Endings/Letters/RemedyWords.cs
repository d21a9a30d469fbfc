using System.Diagnostics;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What one can do against a decision, until which day, and in which ways (Awb 3:45, 6:4, 6:5).</summary>
internal static class RemedyWords
{
    public static void Write(LetterDraft draft, DecisionModel decision)
    {
        var texts = draft.Texts;
        draft.Heading(texts["Bent u het niet eens met dit besluit?"]);
        switch (decision.Remedy)
        {
            case Remedy.Objection(var desk, var term):
                var body = decision.Head.Body.Name.AsWritten;
                draft.Say($"{texts["Bel ons gerust eerst: wij leggen het graag uit. U kunt ook bezwaar maken bij {0}.", body]} {Until(draft, term)}")
                    .List([OnTheWeb(draft, desk.Web), texts["met een mail aan {0}", desk.Email], ByPost(draft, body, desk.Address)])
                    .Say(texts["Zet in uw bezwaar: uw naam en adres, de datum, {0}, waarom u het niet eens bent met het besluit, en uw handtekening.", texts["het nummer {0}", decision.Head.Reference]]);
                return;
            case Remedy.Appeal(var court, var term):
                var name = court.Court.AsWritten;
                draft.Say($"{texts["U kunt in beroep gaan bij {0}.", name]} {Until(draft, term)}")
                    .List([OnTheWeb(draft, court.Web), ByPost(draft, name, court.Address)])
                    .Say(texts["Zet in uw beroep: uw naam en adres, de datum, waarom u het niet eens bent, en uw handtekening. Stuur een kopie van deze brief mee (nummer {0}). Aan een beroep kunnen kosten zitten.", decision.Head.Reference]);
                return;
            default:
                throw new UnreachableException();
        }
    }

    private static string OnTheWeb(LetterDraft draft, Uri address) => draft.Texts["op internet: {0}", address];

    private static string ByPost(LetterDraft draft, string name, IReadOnlyList<string> address) =>
        draft.Texts["met een brief aan {0}", $"{name}, {string.Join(", ", address)}"];

    private static string Until(LetterDraft draft, Term term) => draft.Texts["Doe dat uiterlijk op {0}. De termijn is {1}. Zij begint op de dag nadat wij u deze brief stuurden, {2} ({3}). Dat kan zo:",
        draft.DayAfterSending("object-by", TermOrigin.Law, term),
        term,
        LetterDay.Sent,
        draft.Texts.Awb("6:7", "6:8")];
}
