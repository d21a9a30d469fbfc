using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Flow;

/// <summary>What a workflow reads from the row of its initiative when it is woken: ids and small decisions only.</summary>
/// <param name="State">Where the initiative stands.</param>
/// <param name="Verdict">The professional's verdict in the last round, when given.</param>
/// <param name="Amount">The amount of an approving verdict.</param>
/// <param name="Disagrees">True when all reviewers voted in the last round, not all the same.</param>
/// <param name="HandOvers">How many places on the panel changed hands in the last round, apart from those of silent reviewers.</param>
/// <param name="IsAnswered">True when the applicant answered the question of the last round.</param>
/// <param name="CallIns">Number of council members who called in.</param>
/// <param name="CouncilChoice">What the council decided, when it did.</param>
/// <param name="IsFunded">True when money came free for whoever was on the waiting list.</param>
public sealed record CaseSnapshot(
    InitiativeState State,
    VerdictKind? Verdict,
    Euro? Amount,
    bool Disagrees,
    int HandOvers,
    bool IsAnswered,
    int CallIns,
    CouncilChoice? CouncilChoice,
    bool IsFunded)
{
    /// <summary>
    /// True since a person chooses whether an application is set aside (decision 17). What a workflow read before that says false, and then goes on as it did.
    /// </summary>
    public bool IsSetAsideByPeople { get; init; }

    /// <summary>When the wait of now ends, for whoever is on the waiting list; null for others, and in what a workflow read before it was noted.</summary>
    public DateTimeOffset? ListedUntil { get; init; }

    public bool IsWithdrawn => State == InitiativeState.Withdrawn;
}

/// <summary>
/// Input of a case's workflow: all that steers it, so that a changed policy never changes a running case.
/// </summary>
/// <param name="Id">Reference of the initiative; also the instance id.</param>
/// <param name="PotYear">Year of the pot that pays.</param>
/// <param name="Rules">The part of the policy that the case runs by.</param>
public sealed record InitiativeCase(string Id, int PotYear, CaseRules Rules)
{
    /// <summary>Where it goes on, for a case that the desk took up again; null for one that begins.</summary>
    public CaseResumed? Resumed { get; init; }
}

/// <summary>Where a case goes on that nobody had decided.</summary>
/// <param name="Time">How often it was taken up so far; part of the keys of what may come again.</param>
/// <param name="Round">The review round that was the last.</param>
/// <param name="Approved">What the professionals want to grant, when the council was to decide; null when the review goes on.</param>
public sealed record CaseResumed(int Time, int Round, Euro? Approved);

/// <summary>Keys of events, mails and money.</summary>
public static class CaseKeys
{
    /// <summary>The key of what may come again each time that a case was taken up again.</summary>
    /// <param name="key">The key the first time.</param>
    /// <param name="takenUp">How often it was taken up again.</param>
    public static string Of(string key, int takenUp) => takenUp == 0 ? key : $"{key}-{takenUp.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>The part of a policy that steers a case.</summary>
/// <param name="PolicyVersion">Version of the policy that the rules were taken from.</param>
/// <param name="Bands">Mandate bands, ascending.</param>
/// <param name="Terms">How long each wait lasts.</param>
/// <param name="Limits">How often things may be repeated.</param>
/// <param name="CouncilWindow">How long council members may call a case in.</param>
/// <param name="CallInsNeeded">Number of council members that halts a grant in band "gedeeld".</param>
public sealed record CaseRules(
    string PolicyVersion, IReadOnlyList<Band> Bands, PolicyTerms Terms, Limits Limits, Term CouncilWindow, int CallInsNeeded)
{
    /// <summary>Who decides on an amount.</summary>
    public DecidedBy DecidedByFor(Euro amount) => Band.For(Bands, amount).DecidedBy;
}

/// <summary>How a case ended; output of a case's workflow.</summary>
public enum Ending
{
    Granted,
    Rejected,
    SetAside,
    Withdrawn,

    /// <summary>Nobody decided after all reminders. The case keeps its money and its place; the desk may take it up again.</summary>
    LeftToDesk,
}

/// <summary>Input of the last step of a case.</summary>
/// <param name="Id">Reference of the initiative.</param>
/// <param name="PotYear">Year of the pot that pays.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="TakenUp">How often it was taken up again.</param>
public sealed record CaseEnded(string Id, int PotYear, Ending Ending, int TakenUp = 0);
