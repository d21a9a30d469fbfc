using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Assignment;

/// <summary>A page of the cases that are over for somebody.</summary>
/// <param name="Page">The cases on it, newest first.</param>
/// <param name="Older">The place after which the next page begins; null when there is none.</param>
public sealed record EndedCases(IReadOnlyList<EndedCase> Page, PlaceAmongEnded? Older);

/// <summary>A case that is over for somebody.</summary>
/// <param name="Initiative">The initiative as it stands.</param>
/// <param name="EndedAt">Since when.</param>
public sealed record EndedCase(Initiative Initiative, DateTimeOffset EndedAt)
{
    /// <summary>How it ended for somebody: what became of the case, or who has it now.</summary>
    /// <param name="person">Whose list (<see cref="Actor"/>).</param>
    /// <param name="policy">For names.</param>
    public string OutcomeFor(Actor person, Policy policy) => ListedCase.EndFor(Initiative, person) switch
    {
        CaseOver.HandedOver(var change) => $"Overgedragen aan {policy.NameOf(change.To)}",
        CaseOver.Closed or null => Initiative.State.InDutch,
        _ => throw new UnreachableException(),
    };
}

/// <summary>Where an initiative stands among those that are over for somebody, newest first.</summary>
/// <param name="EndedAt">Since when it is over.</param>
/// <param name="InitiativeId">Reference of the initiative.</param>
public sealed record PlaceAmongEnded(DateTimeOffset EndedAt, string InitiativeId)
{
    private const int Digits = 19;

    /// <summary>The place in keys and addresses: sorts before what ended earlier.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - EndedAt.UtcTicks:D19}-{InitiativeId}");

    /// <summary>The place that a key names; null when it names none.</summary>
    public static PlaceAmongEnded? Read(string key) =>
        key.Length > Digits + 1
        && key[Digits] == '-'
        && long.TryParse(key[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && left <= DateTime.MaxValue.Ticks
            ? new PlaceAmongEnded(new DateTimeOffset(DateTime.MaxValue.Ticks - left, TimeSpan.Zero), key[(Digits + 1)..])
            : null;
}
