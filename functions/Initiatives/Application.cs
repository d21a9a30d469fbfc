using System.Text.Json.Serialization;
using Initiatiefloket.Money;

namespace Initiatiefloket.Initiatives;

/// <summary>What the applicant wrote, as sent. What the law does not ask for may be missing; the reviewer sees that as <see cref="Gaps"/>.</summary>
public sealed record Application
{
    public required string Title { get; init; }

    /// <summary>What it is and why it is needed.</summary>
    public required string Plan { get; init; }

    public required string NeighbourhoodId { get; init; }

    public required string ThemeId { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day; null for something of one day or without an end.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The day from which settling is counted; null when nobody named any day.</summary>
    public DateOnly? LastDay => EndsOn ?? StartsOn;

    /// <summary>Answers to the declared plain questions.</summary>
    [JsonExtensionData]
    public Answers Answers { get; init; } = [];

    /// <summary>The municipality's own questions that were asked, with the answers.</summary>
    public IReadOnlyList<OwnAnswer> OwnAnswers { get; init; } = [];

    public required IReadOnlyList<CostLine> Costs { get; init; }

    /// <summary>What the applicants pay themselves.</summary>
    public Euro OwnMoney { get; init; }

    /// <summary>What comes from others, such as a sponsor or an entrance fee.</summary>
    public Euro OtherMoney { get; init; }

    public required Euro Asked { get; init; }

    /// <summary>Id of the form that it was written in, under which documents stood until it was sent; null when there was no such form.</summary>
    public string? FormId { get; init; }

    /// <summary>The sum of the cost lines.</summary>
    public Euro TotalCosts => Euro.Sum(Costs.Select(line => line.Amount));

    /// <summary>What it says at each plain question that was asked, in the order of the form.</summary>
    public IEnumerable<PlainAnswer> PlainAnswers => PlainQuestions.Declared
        .Select(question => new PlainAnswer(question, question.Read(Answers.To(question))))
        .Concat(OwnAnswers.Select(own => own.ToPlain()))
        .OrderBy(answer => answer.Question.In);

    /// <summary>What the reviewer needs and the applicant left open, in the order of the form.</summary>
    public IReadOnlyList<Gap> Gaps => Gap.Of(PlainAnswers.Select(answer => answer.Gap).OfType<Gap>(), StartsOn is not null, Costs.Count > 0);
}

/// <summary>One line of the budget of the plan.</summary>
/// <param name="Description">What is paid for.</param>
/// <param name="Amount">Expected costs.</param>
public sealed record CostLine(string Description, Euro Amount);
