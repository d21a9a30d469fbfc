using System.Diagnostics;
using System.Text.Json.Serialization;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// One bewonersinitiatief as pages and workflow share it: where it stands, by which dates, for how much. It holds no
/// personal data, which stands in rows of its own (<see cref="Application"/>, <see cref="Applicant"/>).
/// </summary>
public sealed partial record Initiative
{
    public required string Id { get; init; }

    public required InitiativeState State { get; init; }

    public required string Title { get; init; }

    /// <summary>How a mail names it in its subject, to whoever may know its title: "Samen eten (BI-2026-7K3M9)".</summary>
    public string InSubject => $"{Title} ({Id})";

    public required string ThemeId { get; init; }

    public required string NeighbourhoodId { get; init; }

    /// <summary>What the applicant asks for.</summary>
    public required Euro Asked { get; init; }

    /// <summary>Year of the pot that pays, settled at receipt (<see cref="Policies.Policy.PotYearOf"/>).</summary>
    public required int PotYear { get; init; }

    /// <summary>The version of the policy that this case is judged by, from receipt to the end.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Names the rules that this case keeps from receipt to the end (<see cref="KeptRules.Id"/>); null before receipt, and in what was stored before rules were kept.</summary>
    public string? RulesId { get; init; }

    /// <summary>Those rules, which stand in a row of their own.</summary>
    [JsonIgnore]
    public KeptRules? Rules { get; init; }

    /// <summary>Tells one text of the application from another as long as nobody confirmed it; null in what was stored before it was noted.</summary>
    public string? Edition { get; init; }

    /// <summary>The moment of receipt.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The legal clock, from receipt on.</summary>
    public LegalClock? Clock { get; init; }

    /// <summary>Day on which the applicant's notice of default was received (Awb 4:17), after the decision date; null as long as there is none.</summary>
    public DateOnly? DefaultNoticeOn { get; init; }

    /// <summary>The last request of either side that the decision may take longer (Awb 4:15); null when there was none.</summary>
    public TimeRequest? TimeRequest { get; init; }

    /// <summary>The review round that is open or was the last, counted from 1; 0 before the first.</summary>
    public int Round { get; init; }

    /// <summary>Who decides the open round, and what they voted.</summary>
    public Panel Panel { get; init; } = new();

    /// <summary>The bands that the case is decided by, whatever the policy says later; set when its review begins.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>How professionals decide on it, by what was asked; once its review has begun.</summary>
    public ReviewRules RulesOfReview() => Band.For(Bands, Asked).Review;

    /// <summary>When the present wait ends, for the status page: the answer, the council window.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>What professionals decided, a verdict for each round that had one, oldest first.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>What the council decided, when it was asked.</summary>
    public CouncilDecision? CouncilDecision { get; init; }

    /// <summary>Council members who ask to put the case on the agenda.</summary>
    public IReadOnlyList<string> CalledInBy { get; init; } = [];

    /// <summary>Why each of them does; of one who asked before there was a reason nothing.</summary>
    public IReadOnlyList<CallInReason> CallInReasons { get; init; } = [];

    /// <summary>Council members who took their request back, once for each time.</summary>
    public IReadOnlyList<string> CallInsTakenBack { get; init; } = [];

    /// <summary>Ids of the documents that the coordinator lets members of the council open.</summary>
    public IReadOnlyList<string> DocumentsForCouncil { get; init; } = [];

    /// <summary>Letters sent so far, oldest first.</summary>
    public IReadOnlyList<Letter> Letters { get; init; } = [];

    /// <summary>How often the desk took the case up again after nobody had decided.</summary>
    public int TakenUp { get; init; }

    /// <summary>Why the applicant withdrew; null when they did not.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Before when links to the applicant's pages were made that work no more: mail goes to another address since, or the applicant said that somebody else has them. Null when all work.</summary>
    public DateTimeOffset? AddressSince { get; init; }

    /// <summary>Which mails the applicant wants.</summary>
    public MailsWanted Mails { get; init; }

    /// <summary>Whether somebody of the town looked at title and plan and lets strangers read them (<see cref="Releases"/>).</summary>
    public bool IsReleased { get; init; }

    /// <summary>True for what may stand in the public list: granted, and released.</summary>
    public bool IsPublic => IsReleased && State == InitiativeState.Granted;

    /// <summary>True when nothing can change any more.</summary>
    public bool IsClosed => State is InitiativeState.Granted or InitiativeState.Rejected or InitiativeState.SetAside
        or InitiativeState.Withdrawn or InitiativeState.LeftToDesk;

    /// <summary>True as long as the municipality still owes a decision, also when nobody decided after all reminders.</summary>
    public bool AwaitsDecision => !IsClosed || State == InitiativeState.LeftToDesk;

    /// <summary>True as long as the applicant may withdraw: from any state before granted.</summary>
    public bool CanBeWithdrawn => !IsClosed;

    /// <summary>True when its applicant may begin a new one with its text: it ended without a decision about the plan.</summary>
    public bool CanBeAppliedForAgain => State is InitiativeState.Withdrawn or InitiativeState.SetAside;

    /// <summary>
    /// The municipality receives the application: the legal clock starts (Awb 4:13), the pot is settled, also for a form that was filled in on New Year's
    /// Eve, and the rules of this day are the rules of the case. Null when it was received before.
    /// </summary>
    /// <param name="at">The moment of receipt.</param>
    /// <param name="today">The policy of this day.</param>
    /// <param name="potYear">Year of the pot; that of receipt when left out.</param>
    public Initiative? Receive(DateTimeOffset at, Policy today, int? potYear = null)
    {
        if (State != InitiativeState.Draft)
        {
            return null;
        }

        var day = LocalTime.DayOf(at);
        var rules = KeptRules.Of(today);
        return MoveTo(InitiativeState.Submitted) with
        {
            ReceivedAt = at,
            PotYear = potYear ?? day.Year,
            Clock = LegalClock.Start(day, rules.Terms.Decision, rules.Terms.DecisionSource),
            PolicyVersion = rules.Version,
            RulesId = rules.Id,
            Rules = rules,
        };
    }

    /// <summary>The verdict of a round, or null when nobody decided it yet.</summary>
    public Verdict? VerdictOf(int round) => Verdicts.FirstOrDefault(verdict => verdict.Round == round);

    /// <summary>The verdict as it is granted: with the duties that the council attached to it, when it decided about these.</summary>
    public Verdict? VerdictToGrant => VerdictOf(Round) is { } advised && CouncilDecision?.Duties is { } duties
        ? advised with { ConditionCodes = duties.Codes, Conditions = duties.OwnWords }
        : VerdictOf(Round);

    /// <summary>What is granted when it is granted: what the professional advised, or what the council made of it; null as long as nobody did either.</summary>
    public Euro? AmountToGrant => CouncilDecision?.Amount ?? VerdictOf(Round)?.Amount;

    /// <summary>True when nobody reviews it any more: the professionals are done, or it is closed.</summary>
    public bool IsReviewed => IsClosed || VerdictOf(Round) is { Kind: not VerdictKind.Ask };

    /// <summary>Whether what the applicant was asked last has to be answered (Awb 4:5); it is no simple question.</summary>
    public bool IsRequestToComplete => VerdictOf(Round) is { Kind: VerdictKind.Ask, SuspendsClock: true };

    /// <summary>
    /// From when on the application is complete, which decides the order in which money is divided (Awb 4:26): the answer to the last request to complete it (4:5), or
    /// else receipt. Null while such a request is open. When the review went on without an answer nothing was missing, and the moment before the request holds again.
    /// </summary>
    public DateTimeOffset? CompleteAt =>
        State == InitiativeState.WaitingForApplicant && VerdictOf(Round) is { Kind: VerdictKind.Ask, SuspendsClock: true, AnsweredAt: null }
            ? null
            : Verdicts.Where(verdict => verdict is { Kind: VerdictKind.Ask, SuspendsClock: true }).Max(verdict => verdict.AnsweredAt) ?? ReceivedAt;

    /// <summary>Whether the applicant may still be asked something: not when that was done as often as the policy allows.</summary>
    public bool MayBeAsked(Limits limits) => Verdicts.Count(verdict => verdict is { Kind: VerdictKind.Ask, IsIntention: false }) < limits.QuestionRounds;

    /// <summary>Whether the applicant was told last that a refusal is intended.</summary>
    public bool IsIntention => VerdictOf(Round) is { IsIntention: true };

    /// <summary>The last day on which whoever reviews it may set it aside (Awb 4:5); null when they may not on this day.</summary>
    public DateOnly? SetAsideBy(DateOnly day, WorkingDays workingDays) =>
        !IsClosed && Clock!.MaySetAsideOn(day, workingDays) ? Clock.SetAsideBy(workingDays) : null;

    /// <summary>True as long as a review round waits for votes.</summary>
    public bool AcceptsVerdict(int round) =>
        State == InitiativeState.InReview && Round == round && VerdictOf(round) is null && Panel.ResultOf(round) is RoundResult.Open;

    /// <summary>
    /// True as long as members of the panel do not see each other's votes before their own; also while the applicant answers a question, since
    /// all vote anew after it.
    /// </summary>
    public bool IsSealed => Panel.IsSealed && (AcceptsVerdict(Round) || VerdictOf(Round) is { Kind: VerdictKind.Ask });

    /// <summary>True as long as a review round waits for the vote of this person.</summary>
    public bool AcceptsVoteOf(Actor person, int round) => AcceptsVerdict(round) && Panel.MayVote(person, round);

    /// <summary>Adds somebody's vote, and the verdict when that is the last one needed; null when the vote is not awaited.</summary>
    public Initiative? Vote(Verdict vote)
    {
        if (!AcceptsVoteOf(vote.By, vote.Round))
        {
            return null;
        }

        var voted = this with { Panel = Panel.With(vote) };
        return voted.Panel.ResultOf(vote.Round) is not RoundResult.Settled settled ? voted
            : IsUnheard(settled.Verdict) ? voted.With(settled.Verdict.AsIntention() with { Scores = [] }) with { Panel = voted.Panel.Intending(vote.Round) }
            : voted.With(settled.Verdict with { Scores = [] });
    }

    /// <summary>Gives a seat on the panel of the open round to somebody else; null when there is nothing to give.</summary>
    public Initiative? HandOver(HandOver change) =>
        AcceptsVerdict(change.Round) && Panel.With(change) is { } panel ? this with { Panel = panel } : null;

    /// <summary>
    /// Notes that somebody without a place on the panel is involved (Awb 2:4); null when that is known, or too late. Who has a place by now gives it
    /// away instead (<see cref="HandOver"/>), so that somebody else takes it.
    /// </summary>
    public Initiative? WithInvolvedOther(Actor person) => IsClosed || !Panel.HasNoPart(person)
        ? null
        : this with { Panel = Panel with { InvolvedOthers = [.. Panel.InvolvedOthers, person] } };

    /// <summary>True as long as the applicant's answers to the questions of a round are awaited.</summary>
    public bool AcceptsAnswers(int round) => State == InitiativeState.WaitingForApplicant && WaitsUntil is not null && Round == round
        && VerdictOf(round) is { Kind: VerdictKind.Ask, AnsweredAt: null };

    /// <summary>
    /// Notes the applicant's answers, by the id of the question, on which the legal clock runs again (Awb 4:15); null when none are awaited.
    /// </summary>
    public Initiative? Answer(int round, IReadOnlyDictionary<string, string> answers, DateTimeOffset at)
    {
        if (!AcceptsAnswers(round))
        {
            return null;
        }

        var asked = VerdictOf(round)!;
        var legal = Clock!.Resume(LocalTime.DayOf(at)) is ClockChange.Changed changed ? changed.Clock : Clock;
        var answered = asked with
        {
            Questions = [.. asked.Questions.Select(question => question with { Answer = answers[question.Id] })],
            AnsweredAt = at,
        };
        return MoveTo(InitiativeState.InReview).With(answered) with { Clock = legal };
    }

    /// <summary>Ends the time to answer: from here on an answer is too late. Null when the answers were there first.</summary>
    public Initiative? CloseQuestions(int round) => AcceptsAnswers(round) ? this with { WaitsUntil = null } : null;

    /// <summary>Leaves the case to the desk because nobody decided; null when somebody did at the last moment, or it was closed.</summary>
    public Initiative? LeaveToDesk() => State switch
    {
        InitiativeState.Granted or InitiativeState.Rejected or InitiativeState.SetAside or InitiativeState.Withdrawn or InitiativeState.LeftToDesk => null,
        InitiativeState.InReview when Round > 0 && !AcceptsVerdict(Round) => null,
        InitiativeState.CouncilDecides when CouncilDecision is not null => null,
        InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.WaitingForApplicant or InitiativeState.WaitingList
            or InitiativeState.CouncilWindow or InitiativeState.CouncilDecides => MoveTo(InitiativeState.LeftToDesk),
        InitiativeState.Draft or _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Takes a case up again that was left to the desk: it goes on where nobody decided, at the council or with a new round of the review; null when it was not left. As
    /// long as it is left it keeps its money and its place, for as long as it takes.
    /// </summary>
    public Initiative? TakeUp() => State == InitiativeState.LeftToDesk
        ? this with { State = IsForCouncil ? InitiativeState.CouncilDecides : InitiativeState.Submitted, TakenUp = TakenUp + 1 }
        : null;

    /// <summary>Replaces the verdict of its round, or adds it.</summary>
    public Initiative With(Verdict verdict) =>
        this with { Verdicts = [.. Verdicts.Where(other => other.Round != verdict.Round), verdict] };

    /// <summary>Grants no more than an amount of what was approved: the applicant took a part.</summary>
    public Initiative ApproveAtMost(Euro amount) => VerdictOf(Round) is { Kind: VerdictKind.Approve, Amount: { } approved } verdict && approved > amount
        ? With(verdict with { Amount = amount, ApprovedBefore = verdict.ApprovedBefore ?? approved })
        : this;

    /// <summary>
    /// Lets strangers read title and plan, or not any more; null when that is so already, or nobody confirmed the application yet.
    /// </summary>
    public Initiative? Release(bool isReleased) =>
        State == InitiativeState.Draft || IsReleased == isReleased ? null : this with { IsReleased = isReleased };

    /// <summary>Whether this person may release it: whoever decides, and the coordinator, unless involved (Awb 2:4).</summary>
    public bool MayBeReleasedBy(Actor person) =>
        State != InitiativeState.Draft && this.MaySeeCase(person) && (person == Actor.Coordinator || Panel.Seats.Contains(person));

    /// <summary>
    /// Moves on to the next state. What is closed stays closed: a step of the workflow that was under way
    /// when the applicant withdrew changes nothing.
    /// </summary>
    public Initiative MoveTo(InitiativeState next, DateTimeOffset? waitsUntil = null) =>
        IsClosed ? this : this with { State = next, WaitsUntil = waitsUntil };

    // Once for each ground, so that it ends: a refusal that is confirmed after the applicant was heard stands.
    private bool IsUnheard(Verdict verdict) => verdict.Kind == VerdictKind.Decline
        && verdict.HearingCodes.Except(Verdicts.Where(earlier => earlier.IsIntention).SelectMany(earlier => earlier.HearingCodes)).Any();
}
