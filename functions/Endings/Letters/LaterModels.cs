using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Wijziging of a grant (Awb 4:48 to 4:50).</summary>
public sealed record AmendmentModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.Amendment;

    /// <summary>What is different from now on.</summary>
    public required string Change { get; init; }

    /// <summary>The article that allows it.</summary>
    public required RevocationGround Ground { get; init; }

    public required Reasons Reasons { get; init; }

    /// <summary>From when on.</summary>
    public required DateOnly From { get; init; }
}

/// <summary>Intrekking of a grant (Awb 4:48 to 4:50).</summary>
public sealed record RevocationModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.Revocation;

    /// <summary>What was granted.</summary>
    public required Euro Awarded { get; init; }

    /// <summary>When it was granted.</summary>
    public required DateOnly AwardedOn { get; init; }

    /// <summary>The article that allows it.</summary>
    public required RevocationGround Ground { get; init; }

    public required Reasons Reasons { get; init; }

    /// <summary>From when on.</summary>
    public required DateOnly From { get; init; }
}

/// <summary>Which article allows to amend or revoke a grant.</summary>
public enum RevocationGround
{
    /// <summary>Before it was settled: the activities, the duties, the information or the grant itself were not right (Awb 4:48).</summary>
    BeforeSettling,

    /// <summary>After it was settled (Awb 4:49).</summary>
    AfterSettling,

    /// <summary>Before it was settled, with a reasonable term: the grant is wrong, or things or views changed (Awb 4:50).</summary>
    ReasonableTerm,
}

/// <summary>Terugvordering of what was paid and not owed (Awb 4:57).</summary>
public sealed record RecoveryModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.Recovery;

    public required Euro Amount { get; init; }

    public required Reasons Reasons { get; init; }

    public required PayDay PayBack { get; init; }

    /// <summary>To which account, with what to mention.</summary>
    public required string HowToPay { get; init; }
}

/// <summary>Dwangsombesluit: how much is owed because a decision was late (Awb 4:18).</summary>
public sealed record PenaltyModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.PenaltyDecision;

    /// <summary>Day of receipt of the notice of default.</summary>
    public required DateOnly NoticeOn { get; init; }

    /// <summary>First day that is paid for.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Last day that is paid for.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>How many days are paid for.</summary>
    public required int Days { get; init; }

    public required Euro Amount { get; init; }

    public required PayDay Payment { get; init; }
}

/// <summary>Besluit na bezwaar, in the words of whoever wrote it (Awb 7:12).</summary>
public sealed record ObjectionModel : DecisionModel
{
    public override LetterKind Kind => LetterKind.ObjectionDecision;

    /// <summary>Day of receipt of the objection.</summary>
    public required DateOnly ObjectedOn { get; init; }

    /// <summary>What is decided.</summary>
    public required string Decision { get; init; }

    public required Reasons Reasons { get; init; }
}
