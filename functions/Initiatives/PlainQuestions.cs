using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>The plain questions of the form. To add one, declare it here and give its texts in English; it is asked in the order of this list.</summary>
public static class PlainQuestions
{
    public static PlainQuestion Place { get; } = new()
    {
        Id = "place",
        Field = "plek",
        In = FormPart.WhereAndWhen,
        Kind = AnswerKind.Line,
        Label = "Op welke plek?",
        Hint = "Bijvoorbeeld het buurthuis, het plein of bij u thuis.",
        Name = "Plek",
        Part = ApplicationPart.Place.Id,
    };

    public static PlainQuestion ForWhom { get; } = new()
    {
        Id = "forWhom",
        Field = "voorwie",
        In = FormPart.Idea,
        Kind = AnswerKind.Text,
        Label = "Voor wie is het, en wat wordt er voor hen beter?",
        Name = "Voor wie",
        Part = "ForWhom",
        Open = new("Voor wie het is", "Voor wie het is, en wat er beter wordt", "Voor wie is uw plan, en wat wordt er voor hen beter?"),
        Longest = PlainQuestion.LongestText,
    };

    public static PlainQuestion Participants { get; } = new()
    {
        Id = "participants",
        Field = "deelnemers",
        In = FormPart.WhereAndWhen,
        Kind = AnswerKind.Number,
        Label = "Hoeveel mensen doen er ongeveer mee?",
        Name = "Deelnemers",
        Part = "Participants",
        Open = new("Hoeveel mensen er meedoen", "Hoeveel mensen er meedoen", "Hoeveel mensen doen er ongeveer mee?"),
        LowestNumber = 1,
        HighestNumber = 100_000,
        NumberMessage = "Vul in hoeveel mensen er ongeveer meedoen, als getal. Bijvoorbeeld 25 of 20-30.",
    };

    public static PlainQuestion Partners { get; } = new()
    {
        Id = "partners",
        Field = "partners",
        In = FormPart.Partners,
        Kind = AnswerKind.Text,
        Label = "Met wie werkt u samen, en wat doen zij?",
        Hint = "Bijvoorbeeld buren, een vereniging, een school of een winkel. Doet u het alleen? Schrijf dat dan op.",
        Name = "Wie helpt mee",
        NameToCheck = "Samen met",
        Part = "Partners",
        Open = new("Met wie u samenwerkt", "Met wie de aanvrager samenwerkt", "Met wie werkt u samen, en wat doen zij?"),
        Longest = PlainQuestion.LongestText,
    };

    /// <summary>What every municipality asks.</summary>
    public static IReadOnlyList<PlainQuestion> Declared { get; } = [Place, ForWhom, Participants, Partners];

    extension(Policy policy)
    {
        /// <summary>What this municipality asks: the declared questions, and then its own.</summary>
        public IEnumerable<PlainQuestion> AllPlainQuestions => Declared.Concat(policy.FormQuestions);
    }
}
