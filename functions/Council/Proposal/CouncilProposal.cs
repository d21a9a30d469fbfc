using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council.Proposal;

/// <summary>
/// The proposal with which a case goes to a meeting of the council, for the clerk to bring into the form of the house. It says of the applicant no more than what
/// members see when they look along.
/// </summary>
public static class CouncilProposal
{
    /// <summary>What the file is called when it is saved.</summary>
    public static string FileNameOf(Initiative initiative) => $"raadsvoorstel-{initiative.Id}.docx";

    /// <summary>Writes it.</summary>
    /// <param name="view">The case, with a verdict.</param>
    /// <param name="pot">How the pot that pays stands.</param>
    /// <param name="now">When it is made.</param>
    public static WordText Of(CouncilDecisionView view, PotBalance pot, DateTimeOffset now) => new(
        $"Raadsvoorstel: {view.Initiative.Title}",
        view.Policy.Municipality.Name,
        now,
        [
            .. Head(view),
            .. Plan(view),
            .. Money(view, pot),
            .. Advice(view),
            .. Members(view),
            .. DraftDecision.Of(view),
        ]);

    private static IEnumerable<WordBlock> Head(CouncilDecisionView view) =>
    [
        Facts(
            ("Kenmerk", view.Initiative.Id),
            ("Onderwerp", view.Initiative.Title),
            ("Gevraagd aan de raad", view.IsAdvice ? "Wensen en bedenkingen" : "Besluit"),
            ("Geadviseerd bedrag", view.Initiative.AmountAdvised.ToString()),
            ("Wettelijk uiterlijk beslissen op", view.Initiative.Clock!.DecideByInWords(view.Today, view.Policy.WorkingDays)),
            ("Gemaakt op", view.Today.InWords())),
        new WordBlock.Heading("Wat vragen wij van de raad?"),
        new WordBlock.Paragraph(view.IsAdvice
            ? "Raadsleden hebben gevraagd om dit initiatief in de raad te bespreken. Over dit bedrag beslist het college. De raad kan wensen en bedenkingen meegeven. Heeft de raad bedenkingen, dan wijst het college de aanvraag af."
            : "Een inwoner heeft een initiatief ingediend. Over dit bedrag beslist de raad zelf. De raad mag het bedrag verlagen en de verplichtingen aanpassen. Wijst de raad af, dan noemt de raad een grond uit de regeling."),
        new WordBlock.Paragraph("Het bedrag is gereserveerd. Er is nog niets toegekend."),
    ];

    private static IEnumerable<WordBlock> Plan(CouncilDecisionView view)
    {
        var application = view.Application;
        return
        [
            new WordBlock.Heading("Het plan"),
            new WordBlock.Paragraph(application.Plan),
            Facts(
            [
                ("Wijk", view.Policy.NeighbourhoodName(application.NeighbourhoodId)),
                ("Thema", view.Policy.ThemeName(application.ThemeId)),
                ("Begint op", application.StartsOn?.InWords() ?? "Niet ingevuld"),
                .. application.EndsOn is { } last ? new[] { ("Duurt tot en met", last.InWords()) } : [],
                .. application.PlainAnswers.Where(answer => answer.IsShown).Select(answer => (answer.Question.Name.Dutch, answer.Text?.Dutch ?? "Niet ingevuld")),
            ]),
            .. Answers(view.Initiative),
        ];
    }

    private static IEnumerable<WordBlock> Answers(Initiative initiative)
    {
        var answered = initiative.Verdicts.Where(verdict => verdict.Kind == VerdictKind.Ask).SelectMany(verdict => verdict.Questions).Where(question => question.Answer is { Length: > 0 }).ToList();
        return answered.Count == 0
            ? []
            : [new WordBlock.Subheading("Vragen aan de aanvrager"), new WordBlock.Table(["Vraag", "Antwoord"], [.. answered.Select(question => new[] { question.Text, question.Answer! })])];
    }

    private static IEnumerable<WordBlock> Money(CouncilDecisionView view, PotBalance pot) =>
    [
        new WordBlock.Heading("Wat kost het, en wie betaalt?"),
        Amounts(
            "Kosten van het plan",
            [.. view.Application.Costs.Select(line => (line.Description, line.Amount)), ("Samen", view.Application.TotalCosts)]),
        Amounts(
            "Dekking",
            [
                ("Gevraagd", view.Application.Asked),
                ("Eigen geld", view.Application.OwnMoney),
                ("Geld van anderen", view.Application.OtherMoney),
                ("Geadviseerd om toe te kennen", view.Initiative.AmountAdvised),
            ]),
        Amounts(
            $"Budget voor bewonersinitiatieven van {pot.Year}",
            [
                ("In het budget", pot.Total),
                ("Al toegekend", pot.Granted),
                ("Gereserveerd, ook voor dit initiatief", pot.Reserved),
                ("Nog vrij", pot.Available),
            ]),
    ];

    private static IEnumerable<WordBlock> Advice(CouncilDecisionView view) =>
    [
        new WordBlock.Heading("Wat adviseert de professional?"),
        new WordBlock.Paragraph(view.Advice!.Words),
        .. view.Initiative.ScoresOfVerdict.SelectMany(scores => Scores(scores, view.Policy)),
        .. view.Advice.DutiesIn(view.Policy) is [_, ..] duties
            ? new WordBlock[] { new WordBlock.Subheading("Verplichtingen"), new WordBlock.Bullets(duties) }
            : [],
    ];

    private static IEnumerable<WordBlock> Scores(IReadOnlyList<RubricScore> scores, Policy policy) =>
    [
        new WordBlock.Subheading("Beoordeling per onderdeel"),
        new WordBlock.Table(
            ["Onderdeel", $"Score, van {RubricScore.Highest}", "Waarom"],
            [
                .. policy.Rubric
                    .Select(line => (line.Name, Score: scores.FirstOrDefault(score => score.CriterionId == line.Id)))
                    .Where(line => line.Score is not null)
                    .Select(line => new[] { line.Name, $"{line.Score!.Score}", line.Score.Justification }),
            ]),
    ];

    private static IEnumerable<WordBlock> Members(CouncilDecisionView view)
    {
        if (view.IsAdvice)
        {
            yield return new WordBlock.Heading("Waarom willen raadsleden dit bespreken?");
            yield return new WordBlock.Table(
                ["Raadslid", "Reden"],
                [.. view.Initiative.CalledInBy.Select(member => new[] { CouncilWords.MemberIn(view.Policy, member), view.Initiative.CallInReasonOf(member) ?? "Zonder reden gevraagd." })]);
        }

        if (view.Questions.Count > 0)
        {
            yield return new WordBlock.Heading("Wat vroegen raadsleden aan de professional?");
            yield return new WordBlock.Table(["Vraag", "Antwoord"], [.. view.Questions.Select(question => new[] { question.Text, question.Answer ?? "Nog geen antwoord." })]);
        }
    }

    private static WordBlock.Table Facts(params IEnumerable<(string Name, string Value)> facts) =>
        new(["Onderdeel", "Inhoud"], [.. facts.Select(fact => new[] { fact.Name, fact.Value })]);

    private static WordBlock.Table Amounts(string name, IEnumerable<(string Name, Euro Amount)> lines) =>
        new([name, "Bedrag"], [.. lines.Select(line => new[] { line.Name, line.Amount.ToString() })]);
}
