using Initiatiefloket.Money;

namespace Initiatiefloket.Initiatives;

/// <summary>What the council can decide on a case that it took up.</summary>
public enum CouncilChoice
{
    Grant,
    Decline,
}

/// <summary>The council's decision, taken in a meeting (Gemeentewet 19 to 32), as the coordinator recorded it.</summary>
/// <param name="Choice">Grant or decline.</param>
/// <param name="Reasons">Why, for the applicant (Awb 3:46).</param>
/// <param name="DecidedOn">Day of the council's meeting.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
public sealed record CouncilDecision(CouncilChoice Choice, string Reasons, DateOnly DecidedOn, DateTimeOffset RecordedAt)
{
    /// <summary>Key of the event that the council was asked.</summary>
    public const string AskedKey = "council-asked";

    /// <summary>What is granted, at most what was advised; null for a refusal, and in what was recorded before the council could lower it.</summary>
    public Euro? Amount { get; init; }

    /// <summary>Code of the ground of the scheme for a refusal; null for a grant, and in what was recorded before grounds were asked.</summary>
    public string? GroundCode { get; init; }

    /// <summary>The votes of each party; none when the council decided without a vote.</summary>
    public IReadOnlyList<PartyVotes> Votes { get; init; } = [];

    /// <summary>Name of the meeting; null in what was recorded before it was asked.</summary>
    public string? Meeting { get; init; }

    /// <summary>Number of the item on the agenda of that meeting; null when nobody said.</summary>
    public string? AgendaItem { get; init; }

    /// <summary>Where the council published the decision; null when nobody said.</summary>
    public Uri? PublishedAt { get; init; }

    /// <summary>The duties of the grant as the council wants them; null for a refusal, and in what was recorded before they were asked: then those of the advice hold.</summary>
    public CouncilDuties? Duties { get; init; }
}

/// <summary>What the council made of the duties that were advised.</summary>
/// <param name="Codes">Codes of the policy's duties.</param>
/// <param name="OwnWords">A duty in own words, or null.</param>
public sealed record CouncilDuties(IReadOnlyList<string> Codes, string? OwnWords);

/// <summary>How the members of a party voted.</summary>
/// <param name="Party">The party.</param>
/// <param name="InFavour">Votes for the grant.</param>
/// <param name="Against">Votes against it.</param>
public sealed record PartyVotes(string Party, int InFavour, int Against);
