using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// The rules that a case began with, from receipt to the end: a later policy changes no date, amount, ground or number of steps of it, so that no mail promises
/// another day than the one that the workflow waits for. What is not here is that of today: people and addresses, the calendar, penalty rates (which are law), pots,
/// mail and retention.
/// </summary>
public sealed record KeptRules
{
    /// <summary>Version of the policy that they were taken from.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required IReadOnlyList<Neighbourhood> Neighbourhoods { get; init; }

    public required IReadOnlyList<Band> Bands { get; init; }

    public required Amounts Amounts { get; init; }

    public required PolicyTerms Terms { get; init; }

    public required Limits Limits { get; init; }

    public required int CallInsNeeded { get; init; }

    public required Term CouncilWindow { get; init; }

    public required IReadOnlyList<int> DeadlineSignals { get; init; }

    public required int SupportersNeeded { get; init; }

    public required IReadOnlyList<Criterion> Rubric { get; init; }

    public required IReadOnlyList<Duty> Duties { get; init; }

    public required Scheme Scheme { get; init; }

    public required IReadOnlyList<Regime> Regimes { get; init; }

    public required IReadOnlyList<RefusalReason> RefusalReasons { get; init; }

    public required IReadOnlyList<WithdrawalReason> WithdrawalReasons { get; init; }

    /// <summary>Names their text: the same rules have the same id.</summary>
    [JsonIgnore]
    public string Id => Digest.Of(JsonSerializer.Serialize(this, StoredJson.Options));

    /// <summary>The rules of a policy.</summary>
    public static KeptRules Of(Policy policy) => new()
    {
        Version = policy.Version,
        Themes = policy.Themes,
        Neighbourhoods = policy.Neighbourhoods,
        Bands = policy.Bands,
        Amounts = policy.Amounts,
        Terms = policy.Terms,
        Limits = policy.Limits,
        CallInsNeeded = policy.Council.CallInsNeeded,
        CouncilWindow = policy.Council.Window,
        DeadlineSignals = policy.DeadlineSignals,
        SupportersNeeded = policy.SupportersNeeded,
        Rubric = policy.Rubric,
        Duties = policy.Duties,
        Scheme = policy.Scheme,
        Regimes = policy.Regimes,
        RefusalReasons = policy.RefusalReasons,
        WithdrawalReasons = policy.WithdrawalReasons,
    };

    /// <summary>These rules, with all else as it is today.</summary>
    public Policy With(Policy today) => today with
    {
        Version = Version,
        Themes = Themes,
        Neighbourhoods = Neighbourhoods,
        Bands = Bands,
        Amounts = Amounts,
        Terms = Terms,
        Limits = Limits,
        Council = today.Council with { CallInsNeeded = CallInsNeeded, Window = CouncilWindow },
        DeadlineSignals = DeadlineSignals,
        SupportersNeeded = SupportersNeeded,
        Rubric = Rubric,
        Duties = Duties,
        Scheme = Scheme,
        Regimes = Regimes,
        RefusalReasons = RefusalReasons,
        WithdrawalReasons = WithdrawalReasons,
    };
}

/// <summary>By which rules a case runs.</summary>
public static class RulesOfCases
{
    extension(Policy today)
    {
        /// <summary>The policy as it counts for a case: the rules that it keeps, with the people and addresses of today. One that nobody received yet, or that was received before rules were kept, has those of today.</summary>
        public Policy For(Initiative initiative) => initiative.Rules is { } kept ? kept.With(today) : today;
    }
}
