using System.Text.Json.Serialization;

namespace Initiatiefloket.Initiatives;

/// <summary>Who decides the open round of a case, and what each of them voted. Pure: it decides when a round is over.</summary>
public sealed record Panel
{
    /// <summary>What the open round is for.</summary>
    public RoundKind Kind { get; init; }

    /// <summary>True when its members do not see each other's votes before they gave their own; never in a conversation.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Its members (<see cref="Actor"/>): reviewers, or the coordinator.</summary>
    public IReadOnlyList<Actor> Seats { get; init; } = [];

    /// <summary>What each member voted, in this round and in earlier ones on which they disagreed, oldest first.</summary>
    public IReadOnlyList<Verdict> Votes { get; init; } = [];

    /// <summary>Each change of its members since the case was received, oldest first.</summary>
    public IReadOnlyList<HandOver> HandOvers { get; init; } = [];

    /// <summary>True when only the coordinator decides: to settle a disagreement, or for lack of a reviewer.</summary>
    [JsonIgnore]
    public bool IsCoordinatorsOwn => Seats is [{ Kind: ActorKind.Coordinator }];

    /// <summary>
    /// Whoever is involved in the initiative and had no seat to give away when they said so: asked for advice, silent so long that a deputy took the
    /// place, or the coordinator in place of all.
    /// </summary>
    public IReadOnlyList<Actor> InvolvedOthers { get; init; } = [];

    /// <summary>Whoever cannot sit on it, nor give advice to it, because they are involved in the initiative.</summary>
    [JsonIgnore]
    public IEnumerable<Actor> Involved =>
        HandOvers.Where(change => change.Why == HandOverReason.Conflict).Select(change => change.From).Concat(InvolvedOthers);

    /// <summary>The votes of a round, oldest first.</summary>
    public IReadOnlyList<Verdict> VotesOf(int round) => [.. Votes.Where(vote => vote.Round == round)];

    /// <summary>What somebody voted in a round, or null.</summary>
    public Verdict? VoteOf(Actor person, int round) => Votes.FirstOrDefault(vote => vote.Round == round && vote.By == person);

    /// <summary>How many seats changed hands in a round, apart from those of silent members: after these the reminders start anew.</summary>
    public int HandOversIn(int round) => HandOvers.Count(change => change.Round == round && change.Why != HandOverReason.Silence);

    /// <summary>The deputies who were called in for silent members in a round, and for whom.</summary>
    public IReadOnlyList<HandOver> CalledInFor(int round) =>
        [.. HandOvers.Where(change => change.Round == round && change.Why == HandOverReason.Silence)];

    /// <summary>The members who still have to vote.</summary>
    public IReadOnlyList<Actor> SilentIn(int round) => [.. Seats.Where(seat => VoteOf(seat, round) is null)];

    /// <summary>
    /// Whether somebody may vote in a round that is open: a member, the coordinator in place of all, or who was silent so long that a deputy
    /// took the place, as long as that one did not vote.
    /// </summary>
    public bool MayVote(Actor person, int round) =>
        (SeatOf(person, round) is not null || person == Actor.Coordinator) && !Involved.Contains(person) && VoteOf(person, round) is null;

    /// <summary>
    /// What the votes of a round come to. A question is put at once, whatever others think: nobody can decide without its answer. The
    /// coordinator's vote stands for all.
    /// </summary>
    public RoundResult ResultOf(int round)
    {
        var votes = VotesOf(round);
        var settles = votes.FirstOrDefault(vote => vote.Kind == VerdictKind.Ask) ?? votes.FirstOrDefault(vote => vote.By == Actor.Coordinator);
        return settles switch
        {
            not null => new RoundResult.Settled(settles),
            _ when votes.Count == 0 || SilentIn(round).Count > 0 => new RoundResult.Open(),
            _ when votes.DistinctBy(vote => (vote.Kind, vote.Amount)).Count() > 1 => new RoundResult.Disagreement(),
            _ => new RoundResult.Settled(Together(votes)),
        };
    }

    /// <summary>The panel whose votes of a round became an intention, on which all vote anew after the applicant was heard.</summary>
    public Panel Intending(int round) => this with { Votes = [.. Votes.Select(vote => vote.Round == round ? vote.AsIntention() : vote)] };

    /// <summary>Adds a vote. Who was silent and votes after all has the place back from the deputy.</summary>
    public Panel With(Verdict vote) => this with
    {
        Seats = SeatOf(vote.By, vote.Round) is { } seat ? [.. Seats.Select(other => other == seat ? vote.By : other)] : Seats,
        Votes = [.. Votes, vote],
    };

    /// <summary>
    /// The panel of the next round. Once the members disagreed, their votes stay for whoever talks about them or settles it. Votes of a round in which
    /// the applicant was asked something are forgotten: all vote anew.
    /// </summary>
    /// <param name="round">Number of the next round.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="isSealed">Whether the band seals votes.</param>
    /// <param name="appointed">Who decides it.</param>
    public Panel Open(int round, RoundKind kind, bool isSealed, PanelAppointment appointed) => this with
    {
        Kind = kind,
        IsSealed = isSealed && kind == RoundKind.Review,
        Seats = appointed.Seats,
        HandOvers = [.. HandOvers, .. appointed.HandOvers],
        Votes = kind == RoundKind.Review ? [] : [.. Votes.Where(vote => VotesOf(vote.Round).All(other => other.Kind != VerdictKind.Ask))],
    };

    /// <summary>Gives a seat to somebody else; null when there is nothing to give: it is not theirs, they voted, or the other one cannot take it.</summary>
    public Panel? With(HandOver change) =>
        Seats.Contains(change.From) && MayTakePlace(change.To) && VoteOf(change.From, change.Round) is null
            ? this with
            {
                Seats = [.. Seats.Select(seat => seat == change.From ? change.To : seat)],
                HandOvers = [.. HandOvers, change],
            }
            : null;

    /// <summary>Whether somebody can come in: who neither sits here nor is involved, and where a disagreement is settled did not take part in it.</summary>
    public bool MayTakePlace(Actor person) =>
        HasNoPart(person) && !(Kind == RoundKind.Arbitration && Votes.Any(vote => vote.By == person));

    /// <summary>Whether somebody neither sits here nor is involved.</summary>
    public bool HasNoPart(Actor person) => !Seats.Contains(person) && !Involved.Contains(person);

    /// <summary>Who has the seat now that somebody has or had, also when it was handed on since; null when nobody has.</summary>
    public Actor? HolderOf(Actor person) =>
        (Seats.Contains(person) ? person : HandOver.Trace(person, HandOvers)?.Holder) is { } holder && Seats.Contains(holder) ? holder : null;

    private Actor? SeatOf(Actor person, int round) => Seats.Contains(person)
        ? person
        : CalledInFor(round)
            .Where(change => change.From == person)
            .Select(change => change.To)
            .FirstOrDefault(deputy => Seats.Contains(deputy) && VoteOf(deputy, round) is null);

    private static Verdict Together(IReadOnlyList<Verdict> votes) => votes[^1] with
    {
        Reasons = Joined(votes.Select(vote => vote.Reasons)) ?? "",
        Conditions = Joined(votes.Select(vote => vote.Conditions)),
        ConditionCodes = [.. votes.SelectMany(vote => vote.ConditionCodes).Distinct()],
        RefusalCodes = [.. votes.SelectMany(vote => vote.RefusalCodes).Distinct()],
        HearingCodes = [.. votes.SelectMany(vote => vote.HearingCodes).Distinct()],
    };

    private static string? Joined(IEnumerable<string?> texts)
    {
        var said = texts.Where(text => !string.IsNullOrEmpty(text)).Distinct().ToList();
        return said.Count == 0 ? null : string.Join("\n\n", said);
    }
}
