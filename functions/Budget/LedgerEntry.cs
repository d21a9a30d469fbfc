using System.Text.Json.Serialization;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>A line of the ledger. Lines are never changed; all movements together give the balance.</summary>
public sealed record LedgerEntry
{
    /// <summary>Number of the change of the pot that it belongs to, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>Names the step that caused it; at most one entry has it.</summary>
    public required string Key { get; init; }

    /// <summary>What it records.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>For which initiative; null for a fund.</summary>
    public string? InitiativeId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it changed in each fund; nothing on joining and leaving the waiting list.</summary>
    public IReadOnlyList<FundMovement> Movements { get; init; } = [];

    /// <summary>For <see cref="LedgerEntryKind.Wait"/>: where it joined.</summary>
    public WaitingListPosition? Place { get; init; }

    /// <summary>What it set apart, by fund.</summary>
    [JsonIgnore]
    public Allocation Reserved => AllocationOf(movement => movement.Reserved);

    /// <summary>What it granted, by fund.</summary>
    [JsonIgnore]
    public Allocation Granted => AllocationOf(movement => movement.Granted);

    /// <summary>What it gave back to the pot.</summary>
    [JsonIgnore]
    public Euro Released => -Euro.Sum(Movements.Select(movement => movement.Reserved + movement.Granted));

    private Allocation AllocationOf(Func<FundMovement, Euro> amountOf) =>
        new([.. Movements.Where(movement => amountOf(movement) > Euro.Zero).Select(movement => new FundShare(movement.FundId, amountOf(movement)))]);
}

/// <summary>What a ledger entry records.</summary>
public enum LedgerEntryKind
{
    /// <summary>A fund was put in, raised or lowered.</summary>
    Fund,

    /// <summary>Money was set apart.</summary>
    Reserve,

    /// <summary>An initiative joined the waiting list.</summary>
    Wait,

    /// <summary>Money was set apart for the first of the waiting list.</summary>
    Offer,

    /// <summary>A reservation was granted; what was left of it went back.</summary>
    Grant,

    /// <summary>A reservation went back to the pot.</summary>
    Release,

    /// <summary>An initiative left the waiting list.</summary>
    Leave,

    /// <summary>A grant was settled lower; the difference went back to the pot.</summary>
    Settle,
}
