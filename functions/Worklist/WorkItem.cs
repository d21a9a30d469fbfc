using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Worklist;

/// <summary>One line of the worklist, kept beside the case so that a list of many is read at once. What depends on the day is worked out when it is shown.</summary>
public sealed record WorkItem
{
    /// <summary>Reference of the initiative.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string ThemeId { get; init; }

    public required string NeighbourhoodId { get; init; }

    /// <summary>The band of what was asked (<see cref="Band.Id"/>).</summary>
    public required string BandId { get; init; }

    public required InitiativeState State { get; init; }

    /// <summary>What the applicant asks for.</summary>
    public required Euro Asked { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The legal clock, for the days that are left.</summary>
    public required LegalClock Clock { get; init; }

    /// <summary>Who still has to decide (<see cref="Actor"/>).</summary>
    public IReadOnlyList<Actor> Silent { get; init; } = [];

    /// <summary>Name of the applicant, which changes apart from the rest.</summary>
    [JsonIgnore]
    public string Applicant { get; init; } = "";

    /// <summary>Whether a mail to the applicant did not arrive, and nothing was done about it since.</summary>
    [JsonIgnore]
    public bool IsMailFailed { get; init; }

    /// <summary>When the case ended; null as long as a decision is still to come.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whom it waits for, as a filter names them; empty when it ended.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> WaitsOn => State switch
    {
        InitiativeState.InReview when Silent.Count > 0 => [.. Silent.Select(person => person.ToString())],
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.LeftToDesk => [WaitsFor.Desk],
        InitiativeState.WaitingForApplicant => [WaitsFor.Applicant],
        InitiativeState.WaitingList => [WaitsFor.Money],
        InitiativeState.CouncilWindow or InitiativeState.CouncilDecides => [WaitsFor.Council],
        InitiativeState.Granted or InitiativeState.Rejected or InitiativeState.SetAside or InitiativeState.Withdrawn => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>What is stored of it as one text, to compare with: lists are the same when what is in them is.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, StoredJson.Options);

    /// <summary>The line of a case that was received, without what is kept apart.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="policy">For the bands of a case that has none of its own yet.</param>
    public static WorkItem Of(Initiative initiative, Policy policy) => new()
    {
        Id = initiative.Id,
        Title = initiative.Title,
        ThemeId = initiative.ThemeId,
        NeighbourhoodId = initiative.NeighbourhoodId,
        BandId = Band.For(initiative.Bands.Count == 0 ? policy.For(initiative).Bands : initiative.Bands, initiative.Asked).Id,
        State = initiative.State,
        Asked = initiative.Asked,
        ReceivedAt = initiative.ReceivedAt!.Value,
        Clock = initiative.Clock!,
        Silent = initiative.AcceptsVerdict(initiative.Round) ? initiative.Panel.SilentIn(initiative.Round) : [],
    };
}

/// <summary>Whom a case can wait for besides the people of the policy: names for filters, and words.</summary>
public static class WaitsFor
{
    public const string Applicant = "aanvrager";
    public const string Money = "geld";
    public const string Council = "raad";
    public const string Desk = "loket";

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Applicant, Council, Money, Desk];

    /// <summary>A few words: "de aanvrager", or a name.</summary>
    /// <param name="who">One of <see cref="WorkItem.WaitsOn"/>.</param>
    /// <param name="policy">For names.</param>
    public static string InWords(string who, Policy policy) => who switch
    {
        Applicant => "de aanvrager",
        Money => "geld in de pot",
        Council => "de raad",
        Desk => "het loket: niemand besliste",
        _ => policy.NameOf(Actor.Read(who)),
    };

    /// <summary>The same for all whom a case waits for, or how it ended.</summary>
    public static string InWords(WorkItem item, Policy policy) => item.WaitsOn.Count == 0
        ? item.State.InDutch
        : item.WaitsOn.Select(who => InWords(who, policy)).ToList().JoinedWithAnd();
}
