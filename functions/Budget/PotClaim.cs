using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>The claim of one initiative on the pot of a year.</summary>
/// <param name="Asked">What it asked for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Allocation">What is reserved or granted, by fund; null while waiting and after release.</param>
public sealed record PotClaim(MoneyAsked Asked, ClaimState State, Allocation? Allocation);

/// <summary>How the claim of an initiative on a pot stands.</summary>
public enum ClaimState
{
    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Money is set apart.</summary>
    Reserved,

    /// <summary>Money is granted.</summary>
    Granted,

    /// <summary>Given up.</summary>
    Released,
}

/// <summary>An initiative asks its pot for money.</summary>
/// <param name="InitiativeId">Which initiative; it has one claim on a pot at a time.</param>
/// <param name="Key">Names this very step (instance, step and round): the same key again gives the first answer again.</param>
/// <param name="Amount">How much, more than zero.</param>
/// <param name="ReceivedAt">When the complete application was received: money is divided in that order (Awb 4:26).</param>
public sealed record MoneyAsked(string InitiativeId, string Key, Euro Amount, DateTimeOffset ReceivedAt);

/// <summary>A reservation that became a grant.</summary>
/// <param name="Allocation">What is granted, by fund.</param>
/// <param name="Released">What was reserved but not granted, and went back to the pot.</param>
/// <param name="After">The balance afterwards.</param>
public sealed record GrantedPart(Allocation Allocation, Euro Released, PotBalance After);

/// <summary>Where an initiative joined the waiting list; see <see cref="ReserveOutcome.OnWaitingList"/>.</summary>
public sealed record WaitingListPosition(int Position, Euro ShortBy);

/// <summary>What came of asking a balance for money.</summary>
public abstract record Reservation
{
    private Reservation()
    {
    }

    /// <summary>The money is set apart.</summary>
    /// <param name="Allocation">Which funds give it.</param>
    /// <param name="After">The balance afterwards.</param>
    public sealed record Reserved(Allocation Allocation, PotBalance After) : Reservation;

    /// <summary>The pot does not have it.</summary>
    /// <param name="ShortBy">How much is missing.</param>
    public sealed record NotEnough(Euro ShortBy) : Reservation;
}

/// <summary>What came of asking the pot for money.</summary>
public abstract record ReserveOutcome
{
    private ReserveOutcome()
    {
    }

    /// <summary>The money is set apart for the initiative.</summary>
    public sealed record Reserved(Allocation Allocation) : ReserveOutcome;

    /// <summary>There is not enough, or someone with an earlier receipt waits (Awb 4:26).</summary>
    /// <param name="Position">Place on the list when it joined, from 1.</param>
    /// <param name="ShortBy">
    /// What was missing then to serve it and all before it; zero when the money was there but others come first.
    /// </param>
    public sealed record OnWaitingList(int Position, Euro ShortBy) : ReserveOutcome;
}

/// <summary>What came of giving up a claim on the pot.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>The reservation went back to the pot.</summary>
    public sealed record Released(Euro Amount) : ReleaseOutcome;

    /// <summary>The initiative left the waiting list.</summary>
    public sealed record LeftWaitingList : ReleaseOutcome;

    /// <summary>There was nothing to give up: no claim, given up before, or already granted.</summary>
    /// <param name="State">How its claim stands; null when it never had one.</param>
    public sealed record NothingToRelease(ClaimState? State) : ReleaseOutcome;
}

/// <summary>What came of settling a grant.</summary>
public abstract record SettleOutcome
{
    private SettleOutcome()
    {
    }

    /// <summary>The grant is settled.</summary>
    /// <param name="Released">What went back to the pot.</param>
    public sealed record Settled(Euro Released) : SettleOutcome;

    /// <summary>There is no grant of this initiative to settle.</summary>
    /// <param name="State">How its claim stands; null when it never had one.</param>
    public sealed record NotGranted(ClaimState? State) : SettleOutcome;
}

/// <summary>What came of granting a reservation.</summary>
public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    /// <summary>The money is granted.</summary>
    /// <param name="Allocation">By fund.</param>
    /// <param name="Released">What was reserved but not granted, and went back to the pot.</param>
    public sealed record Granted(Allocation Allocation, Euro Released) : GrantOutcome;

    /// <summary>There is no reservation of this initiative to grant.</summary>
    /// <param name="State">How its claim stands; null when it never had one.</param>
    public sealed record NotReserved(ClaimState? State) : GrantOutcome;
}
