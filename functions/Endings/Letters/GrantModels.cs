using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What every letter has that grants money.</summary>
public abstract record GrantModel : DecisionModel
{
    public required Activity Activity { get; init; }

    /// <summary>Duties, each with its article (Awb 4:37 to 4:39); may be empty.</summary>
    public required IReadOnlyList<string> Duties { get; init; }

    public required Reasons Reasons { get; init; }

    /// <summary>What the council decided about it; null when it did not.</summary>
    public required CouncilReasons? Council { get; init; }

    /// <summary>Until when is paid.</summary>
    public required PayDay Payment { get; init; }
}

/// <summary>Verlening (Awb 4:29): all that was asked.</summary>
public record AwardModel : GrantModel
{
    public override LetterKind Kind => LetterKind.Award;

    public required Granted Granted { get; init; }

    public required Settling Settling { get; init; }
}

/// <summary>Gedeeltelijke verlening: less than was asked, which refuses the rest.</summary>
public sealed record PartialAwardModel : AwardModel
{
    public override LetterKind Kind => LetterKind.PartialAward;

    /// <summary>What was asked.</summary>
    public required Euro Asked { get; init; }
}

/// <summary>Directe vaststelling (Awb 4:42, 4:43): granted and settled in one.</summary>
public sealed record SettledAwardModel : GrantModel
{
    public override LetterKind Kind => LetterKind.SettledAward;

    /// <summary>What is granted, and stands.</summary>
    public required Granted.Fixed Granted { get; init; }

    /// <summary>What was asked, when that was more; null when it was not.</summary>
    public required Euro? AskedMore { get; init; }
}

/// <summary>Vaststelling (Awb 4:42): after the activity.</summary>
public sealed record SettlementModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.Settlement;

    /// <summary>What was granted.</summary>
    public required Euro Awarded { get; init; }

    /// <summary>When it was granted.</summary>
    public required DateOnly AwardedOn { get; init; }

    /// <summary>What it is settled at.</summary>
    public required Euro Settled { get; init; }

    /// <summary>Why it is settled lower; null when it is not.</summary>
    public required LowerGround? Lower { get; init; }

    public required Reasons Reasons { get; init; }

    public required PayDay Payment { get; init; }
}

/// <summary>Why a grant is settled lower (Awb 4:46, second and third paragraph).</summary>
public enum LowerGround
{
    /// <summary>It cost less than the maximum that was granted (Awb 4:31).</summary>
    CostLess,

    /// <summary>The activities did not take place, or not all (Awb 4:46, second paragraph, under a).</summary>
    NotDone,

    /// <summary>Duties were not met (under b).</summary>
    DutiesNotMet,

    /// <summary>What the applicant told was not right, and would have led to another decision (under c).</summary>
    WrongInformation,

    /// <summary>The grant was wrong in another way, and the recipient knew or should have known (under d).</summary>
    WrongAward,
}
