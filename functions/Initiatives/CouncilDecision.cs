namespace Initiatiefloket.Initiatives;

/// <summary>What the council can decide on a case that it took up.</summary>
public enum CouncilChoice
{
    Grant,
    Decline,
}

/// <summary>The council's decision, as the coordinator recorded it.</summary>
/// <param name="Choice">Grant or decline.</param>
/// <param name="Reasons">Why, for the applicant (Awb 3:46).</param>
/// <param name="DecidedOn">Day of the council's meeting.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
public sealed record CouncilDecision(CouncilChoice Choice, string Reasons, DateOnly DecidedOn, DateTimeOffset RecordedAt)
{
    /// <summary>Key of the event that the council was asked.</summary>
    public const string AskedKey = "council-asked";
}
