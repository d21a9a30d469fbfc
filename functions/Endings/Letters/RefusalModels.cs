using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Afwijzing.</summary>
public sealed record RefusalModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.Refusal;

    /// <summary>What was asked.</summary>
    public required Euro Asked { get; init; }

    public required Refusal Refusal { get; init; }

    /// <summary>What was done with the applicant's view on the intention (Awb 4:7); null when there was no intention.</summary>
    public required Heard? Heard { get; init; }
}

/// <summary>What came of hearing the applicant before a refusal (Awb 4:7).</summary>
/// <param name="IntendedOn">When they were mailed the intention; null when that mail did not go out.</param>
/// <param name="View">What they answered, empty when they only sent documents; null when they did not answer.</param>
public sealed record Heard(DateOnly? IntendedOn, string? View);

/// <summary>Buiten behandeling (Awb 4:5).</summary>
public sealed record SetAsideModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.SetAside;

    /// <summary>What the applicant was asked to complete.</summary>
    public required Reasons Asked { get; init; }

    /// <summary>Whether they answered at all.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>Why that was not enough; null in a case from before people chose this, which was set aside by its timer.</summary>
    public required Reasons? Reasons { get; init; }
}

/// <summary>Voornemen: no decision yet, so that one answers and does not object (Awb 4:7, 4:12).</summary>
public sealed record IntentionModel : LetterModel
{
    public override LetterKind Kind => LetterKind.Intention;

    public required Euro Asked { get; init; }

    public required Refusal Refusal { get; init; }

    /// <summary>How long the applicant has to answer, from the day after the letter was sent.</summary>
    public required Term AnswerTerm { get; init; }
}
