using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>Reads and checks the questions that a municipality adds to the form (<c>formQuestions</c>).</summary>
internal static class FormQuestions
{
    public const string Key = "formQuestions";

    private static readonly Dictionary<string, FormPart> Pages = new()
    {
        ["idea"] = FormPart.Idea,
        ["whereAndWhen"] = FormPart.WhereAndWhen,
        ["partners"] = FormPart.Partners,
        ["costs"] = FormPart.Costs,
    };

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["line"] = new(AnswerKind.Line, PlainQuestion.LongestLine),
        ["text"] = new(AnswerKind.Text, PlainQuestion.LongestText),
        ["number"] = new(AnswerKind.Number),
        ["choice"] = new(AnswerKind.Choice),
        ["yesNo"] = new(AnswerKind.Choice, IsYesNo: true),
    };

    private static readonly AnswerOption[] YesOrNo = [new("yes", new LocalText("Ja", "Yes")), new("no", new LocalText("Nee", "No"))];

    public static PlainQuestion Read(PolicySection section)
    {
        var (kind, longest, isYesNo) = section.Choice("kind", Kinds);
        return PlainQuestion.Own(section.Id("id"), section.Choice("page", Pages), kind, section.LocalText("label"), section.Flag("needed")) with
        {
            Hint = section.Has("hint") ? section.LocalText("hint") : null,
            Longest = longest > 0 && section.Has("longest") ? section.Whole("longest", 1, longest) : longest,
            Options = isYesNo ? YesOrNo : kind == AnswerKind.Choice ? section.List("options", ReadOption) : [],
            When = section.Has("askedWhen") ? ReadWhen(section.Section("askedWhen")) : null,
        };
    }

    public static void Check(Policy policy, PolicyProblems problems)
    {
        if (policy.FormQuestions.Count > PlainQuestion.MostOwn)
        {
            problems.Add(Key, $"er staan {policy.FormQuestions.Count} vragen in. Houd er ten hoogste {PlainQuestion.MostOwn} over.");
        }

        PolicyChecks.Distinct(policy.FormQuestions, Key, "id", question => question.OwnId, problems);
        foreach (var (index, question) in policy.FormQuestions.Index())
        {
            var path = $"{Key}[{index}]";
            if (question.OwnId == AskedWhen.Theme)
            {
                problems.Add($"{path}.id", $"\"{AskedWhen.Theme}\" is de vraag naar het thema. Kies een andere.");
            }

            PolicyChecks.Distinct(question.Options, $"{path}.options", "id", option => option.Id, problems);
            if (question is { Kind: AnswerKind.Choice, Options.Count: < 2 })
            {
                problems.Add($"{path}.options", "geef minstens twee antwoorden om uit te kiezen.");
            }
        }

        // What a question depends on is only known when all of them can be read.
        foreach (var (index, question) in problems.HasAnyIn(Key) ? [] : policy.FormQuestions.Index())
        {
            if (question.When is { } condition)
            {
                CheckWhen(condition, policy, index, $"{Key}[{index}].askedWhen", problems);
            }
        }
    }

    // A question may only depend on one that stands before it, so that no two wait for each other.
    private static void CheckWhen(AskedWhen condition, Policy policy, int index, string path, PolicyProblems problems)
    {
        var asked = policy.FormQuestions[index];
        var deciding = policy.FormQuestions.Take(index).FirstOrDefault(question => question.Id == condition.Question);
        if (condition.Question == AskedWhen.Theme)
        {
            CheckAnswer(policy.Themes.Select(theme => theme.Id));
        }
        else if (deciding is not { Kind: AnswerKind.Choice } || deciding.In > asked.In)
        {
            problems.Add($"{path}.question", $"kies \"{AskedWhen.Theme}\", of de id van een keuzevraag die hierboven staat en niet op een latere pagina.");
        }
        else
        {
            CheckAnswer(deciding.Options.Select(option => option.Id));
        }

        void CheckAnswer(IEnumerable<string> possible)
        {
            if (!possible.Contains(condition.Answer))
            {
                problems.Add($"{path}.answer", $"dat antwoord is er niet. Kies uit: {string.Join(", ", possible)}.");
            }
        }
    }

    private static AnswerOption ReadOption(PolicySection section) =>
        PolicyReader.Whole(section, option => new AnswerOption(option.Id("id"), option.LocalText("name")));

    private static AskedWhen ReadWhen(PolicySection section) => PolicyReader.Whole(section, part =>
    {
        var question = part.Id("question");
        return new AskedWhen(question == AskedWhen.Theme ? question : PlainQuestion.OwnPrefix + question, part.Id("answer"));
    });

    private readonly record struct Kind(AnswerKind Of, int Longest = 0, bool IsYesNo = false);
}

/// <summary>A question of the short check before an application.</summary>
/// <param name="Id">Names its answer in an address.</param>
/// <param name="Question">To be answered with yes or no.</param>
/// <param name="Expected">The answer with which one is eligible: true for yes.</param>
/// <param name="Reason">Why the other answer makes a grant unlikely.</param>
/// <param name="Elsewhere">Where to go then.</param>
public sealed record EligibilityQuestion(string Id, LocalText Question, bool Expected, LocalText Reason, LocalText Elsewhere);
