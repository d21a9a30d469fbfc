namespace Initiatiefloket.Initiatives;

/// <summary>Who may look at a case behind a link to decide on it.</summary>
public static class ReviewAccess
{
    extension(Initiative initiative)
    {
        /// <summary>False for who is involved in the initiative: their link still opens, but does not show the case any more (Awb 2:4).</summary>
        public bool MaySeeCase(Actor person) => !initiative.Panel.Involved.Contains(person);

        /// <summary>True when the round of a link is over, and the round of now waits for the vote of this person.</summary>
        public bool IsOpenInLaterRound(Actor person, int round) =>
            round < initiative.Round && initiative.AcceptsVoteOf(person, initiative.Round);
    }
}
