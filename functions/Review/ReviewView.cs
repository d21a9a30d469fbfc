using Initiatiefloket.Budget;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review.Advising;

namespace Initiatiefloket.Review;

/// <summary>What the review page shows.</summary>
public sealed record ReviewView
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    /// <summary>What was sent along, also with answers.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>What was sent along with the application.</summary>
    public IReadOnlyList<Document> WithApplication =>
        [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>The token in the address.</summary>
    public required string Token { get; init; }

    public required string ApplicantName { get; init; }

    /// <summary>To whom the link was sent.</summary>
    public required string PersonName { get; init; }

    public required DateOnly DecideBy { get; init; }

    public required int DaysLeft { get; init; }

    /// <summary>What is left in the pot.</summary>
    public required Euro Available { get; init; }

    /// <summary>The band of the amount asked, and so what follows after an approval.</summary>
    public required Band Band { get; init; }

    public required IReadOnlyList<Criterion> Rubric { get; init; }

    /// <summary>The grounds on which the policy allows a refusal.</summary>
    public IReadOnlyList<RefusalReason> RefusalReasons { get; init; } = [];

    /// <summary>The verdict of this round, when somebody gave it.</summary>
    public Verdict? Given { get; init; }

    /// <summary>Who gave it.</summary>
    public string? GivenBy { get; init; }

    /// <summary>False when the round is over for another reason, such as a withdrawal.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Notes and advice that this person may read.</summary>
    public CaseTalk Talk { get; init; } = CaseTalk.None;

    /// <summary>False when the applicant was asked as often as the policy allows.</summary>
    public required bool MayAsk { get; init; }
}
