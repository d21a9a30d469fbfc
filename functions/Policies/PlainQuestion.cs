using System.Diagnostics;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>
/// A plain question of the application form: people read its answer, no rule does. The app declares some, a municipality adds its own in the policy
/// (<c>formQuestions</c>); filling in, checking, showing and asking about all of them go by this.
/// </summary>
public sealed record PlainQuestion
{
    /// <summary>What the id of a municipality's own question begins with, so that it is never one of the app's.</summary>
    public const string OwnPrefix = "own.";

    /// <summary>How many questions of its own a municipality may add: what is typed must fit a page and a row.</summary>
    public const int MostOwn = 10;

    public const int LongestLine = 100;
    public const int LongestText = 2000;

    /// <summary>Names the answer where it is stored.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its field on the page.</summary>
    public required string Field { get; init; }

    /// <summary>Where in the form it stands.</summary>
    public required FormPart In { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>The question as the applicant reads it.</summary>
    public required LocalText Label { get; init; }

    public LocalText? Hint { get; init; }

    /// <summary>Its name in a summary.</summary>
    public LocalText Name { get => field ?? Label; init; }

    /// <summary>Its name on the page where the applicant checks the answers.</summary>
    public LocalText NameToCheck { get => field ?? Name; init; }

    /// <summary>Id of the part of the application that a later question about it is about.</summary>
    public string Part { get => field ?? Id; init; }

    /// <summary>How it is named while it is open; null when the reviewer can do without an answer.</summary>
    public OpenWords? Open { get; init; }

    /// <summary>Most characters of a line or a text.</summary>
    public int Longest { get; init; } = LongestLine;

    /// <summary>Height of a text, in lines.</summary>
    public int Rows { get; init; } = 4;

    public int LowestNumber { get; init; }

    public int HighestNumber { get; init; } = 999_999_999;

    /// <summary>What to do when something else than such a number was typed.</summary>
    public LocalText NumberMessage { get; init; } = new("Vul een heel getal in met alleen cijfers. Bijvoorbeeld 25.");

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<AnswerOption> Options { get; init; } = [];

    /// <summary>The answer to another question with which it is asked; null for always.</summary>
    public AskedWhen? When { get; init; }

    /// <summary>Whether the municipality added it.</summary>
    public bool IsOwn => IsOwnId(Id);

    /// <summary>Id of a question that the municipality added, as the policy has it.</summary>
    public string OwnId => Id[OwnPrefix.Length..];

    /// <summary>All texts that are read in two languages.</summary>
    public IEnumerable<LocalText> Texts =>
        new[] { Label, Hint, Name, NameToCheck, Open?.ForApplicant, NumberMessage }.OfType<LocalText>();

    /// <summary>Whether a municipality's question has this id.</summary>
    public static bool IsOwnId(string id) => id.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>A question of a municipality's own.</summary>
    public static PlainQuestion Own(string id, FormPart part, AnswerKind kind, LocalText label, bool isNeeded) => new()
    {
        Id = OwnPrefix + id,
        Field = $"eigen.{id}",
        In = part,
        Kind = kind,
        Label = label,
        Open = isNeeded ? new OpenWords(label, label.Dutch, label.Dutch) : null,
    };

    /// <summary>The number in what was typed or stored, when this question takes it.</summary>
    public TypedNumber? NumberIn(string typed) =>
        TypedNumber.Read(typed) is { } number && number.Lowest >= LowestNumber && number.Highest <= HighestNumber ? number : null;

    /// <summary>What was typed, as people read it; null when nothing was.</summary>
    public LocalText? Read(string typed) => Kind switch
    {
        _ when typed.Length == 0 => null,
        AnswerKind.Line or AnswerKind.Text => typed,
        AnswerKind.Number => NumberIn(typed) is { IsExact: true, Lowest: var number }
            ? new LocalText(number.ToString("N0", Language.Dutch), number.ToString("N0", Language.English))
            : typed,
        AnswerKind.Choice => Options.FirstOrDefault(option => option.Id == typed)?.Name ?? typed,
        _ => throw new UnreachableException(),
    };
}

/// <summary>The pages of the form on which plain questions stand, in order. What they ask is part of the plan, which the council reads too: none stands with the applicant's own data.</summary>
public enum FormPart
{
    Idea,
    WhereAndWhen,
    Partners,
    Costs,
}

/// <summary>What can be filled in.</summary>
public enum AnswerKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Any number of lines.</summary>
    Text,

    /// <summary>A whole number, or about how many.</summary>
    Number,

    /// <summary>One of the options.</summary>
    Choice,
}

/// <summary>One answer to choose.</summary>
/// <param name="Id">How it is stored.</param>
/// <param name="Name">What people read.</param>
public sealed record AnswerOption(string Id, LocalText Name);

/// <summary>A question is asked when another one has a given answer.</summary>
/// <param name="Question">Id of the other question, or <see cref="Theme"/>.</param>
/// <param name="Answer">Id of the option or of the theme.</param>
public sealed record AskedWhen(string Question, string Answer)
{
    public const string Theme = "theme";
}

/// <summary>How a question is named while the reviewer still needs an answer.</summary>
/// <param name="ForApplicant">To the applicant: what is open.</param>
/// <param name="ForReviewer">To the reviewer, in Dutch.</param>
/// <param name="Question">The question to put, in Dutch; the reviewer may still change it.</param>
public sealed record OpenWords(LocalText ForApplicant, string ForReviewer, string Question);
