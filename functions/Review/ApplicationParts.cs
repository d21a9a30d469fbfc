using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>
/// The parts of an application that can be asked about: what they are called, what was filled in there, and the question about what was left open. Those that are no
/// plain question stand below.
/// </summary>
public static class ApplicationParts
{
    /// <summary>Why is asked about what was left open; the reviewer may still change it.</summary>
    public const string WhyGaps = "Dit is nog niet ingevuld. Wij hebben het nodig om te kunnen beslissen.";

    private static readonly Named[] First =
    [
        new(ApplicationPart.Plan, texts => texts["Wat en waarom"], (application, _) => application.Plan),
        new(ApplicationPart.Place, texts => texts["Waar"], (application, policy) => policy.NeighbourhoodName(application.NeighbourhoodId)),
        new(ApplicationPart.When, texts => texts["Wanneer"], (application, _) => Lines(application.StartsOn?.InWords(), application.EndsOn?.InWords())),
    ];

    private static readonly Named[] Last =
    [
        new(
            ApplicationPart.Costs,
            texts => texts["Kosten"],
            (application, _) => Lines([.. application.Costs.Select(line => $"{line.Description}: {line.Amount}")])),
        new(ApplicationPart.Asked, texts => texts["Gevraagd bedrag"], (application, _) => application.Asked.ToString()),
        new(ApplicationPart.Documents, texts => texts["Documenten"], (_, _) => null),
    ];

    /// <summary>The parts to choose from beside the application as a whole.</summary>
    public static IEnumerable<Choice> Choices(Application application, IStringLocalizer<Texts> texts) => First.Select(named => named.Part)
        .Concat(application.PlainAnswers.Select(answer => answer.Part))
        .Concat(Last.Select(named => named.Part))
        .Distinct()
        .Select(part => new Choice(part.Id, part.InWords(application, texts)));

    /// <summary>The part that was chosen in a form; the application as a whole when there is no such part.</summary>
    public static ApplicationPart Read(string chosen)
    {
        var part = new ApplicationPart(chosen);
        return Find(part) is not null || PlainQuestions.Declared.Any(question => question.Part == chosen) || PlainQuestion.IsOwnId(chosen)
            ? part
            : ApplicationPart.Whole;
    }

    extension(ApplicationPart part)
    {
        /// <summary>What the part is called; one that this application does not have is the whole.</summary>
        public string InWords(Application application, IStringLocalizer<Texts> texts) =>
            Find(part)?.Name(texts) ?? part.AnswersIn(application).FirstOrDefault()?.Question.Name.In(texts) ?? texts["De hele aanvraag"];

        /// <summary>What the applicant filled in there; null when nothing was, or when the part is more than a text.</summary>
        public string? In(Application application, Policy policy) =>
            Lines([Find(part)?.Text(application, policy), .. part.AnswersIn(application).Select(answer => answer.Text?.ToString())]);

        private IEnumerable<PlainAnswer> AnswersIn(Application application) => application.PlainAnswers.Where(answer => answer.Part == part);
    }

    /// <summary>The question about what was left open; the reviewer may still change it.</summary>
    public static TypedQuestion QuestionAbout(Gap gap) => new(gap.Part.Id, gap.Words.Question);

    private static Named? Find(ApplicationPart part) => First.Concat(Last).FirstOrDefault(named => named.Part == part);

    private static string? Lines(params IReadOnlyList<string?> lines) =>
        string.Join('\n', lines.Where(line => line is not null)) is { Length: > 0 } text ? text : null;

    private sealed record Named(ApplicationPart Part, Func<IStringLocalizer<Texts>, string> Name, Func<Application, Policy, string?> Text);
}
