using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>What a decision of the council says in the words of the policy.</summary>
public static class CouncilDecisionWords
{
    extension(CouncilDecision decision)
    {
        /// <summary>The ground of a refusal with its article; null when there is none.</summary>
        public string? GroundIn(Policy policy) => decision.GroundCode is { } code ? VerdictWords.GroundOf(code, policy) : null;

        /// <summary>The duties that the council attached to a grant, each on its own; none when those of the advice hold.</summary>
        public IReadOnlyList<string> DutiesIn(Policy policy) =>
            decision.Duties is { } duties ? VerdictWords.DutiesOf(duties.Codes, duties.OwnWords, policy) : [];

        /// <summary>The name of the meeting within a sentence: it begins small there, unless it begins with letters that stand for words. Null when nobody said.</summary>
        public string? MeetingInSentence => decision.Meeting is [var first, var second, ..] meeting && char.IsUpper(first) && char.IsLower(second)
            ? char.ToLowerInvariant(first) + meeting[1..]
            : decision.Meeting;

        /// <summary>Where it can be read, with the address as it is typed; null when nobody said.</summary>
        public string? PublishedInDutch => decision.PublishedAt is { } address ? $"U leest het besluit van de raad op {address.AbsoluteUri}" : null;

        /// <summary>What the council decided, beside the choice and the day, and why, a line each.</summary>
        public string InDutch(Policy policy) => string.Join('\n', decision.LinesIn(policy).OfType<string>());

        /// <summary>The same with the meeting and where it can be read: all that was recorded.</summary>
        public string InFull(Policy policy) => string.Join('\n', new[]
        {
            decision.InDutch(policy),
            decision.Meeting is null ? null : $"Vergadering: {decision.Meeting}{(decision.AgendaItem is { } item ? $", agendapunt {item}" : "")}.",
            decision.PublishedInDutch,
        }.OfType<string>());

        /// <summary>"Gestemd: Stadspartij 5 voor en 1 tegen, Samen Oldenzaal 3 voor en 0 tegen."; null when there was no vote.</summary>
        public string? VotesInDutch => decision.Votes.Where(party => party.InFavour + party.Against > 0).ToList() is [_, ..] voted
            ? $"Gestemd: {string.Join(", ", voted.Select(party => $"{party.Party} {party.InFavour} voor en {party.Against} tegen"))}."
            : null;

        private IEnumerable<string?> LinesIn(Policy policy) =>
        [
            decision.Amount is { } amount ? $"Bedrag: {amount}." : null,
            decision.GroundIn(policy),
            decision.Reasons,
            decision.Duties is { Codes: [], OwnWords: null } ? "Zonder verplichtingen." : null,
            .. decision.DutiesIn(policy).Select(duty => $"Verplichting: {duty}"),
            decision.VotesInDutch,
        ];
    }
}
