namespace Initiatiefloket.Budget;

/// <summary>What the steps on a pot have in common: a step whose key was used is found again, and a change has its ledger entry.</summary>
internal sealed class PotSteps(IPotRows rows, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public IPotRows Rows => rows;

    /// <summary>The entry of a step that was done before; null when it was not.</summary>
    /// <exception cref="InvalidOperationException">The key is of a step of another initiative.</exception>
    public async Task<LedgerEntry?> FindDoneAsync(int year, string initiativeId, string key, CancellationToken cancellation)
    {
        var done = await rows.FindEntryAsync(year, key, cancellation);
        return done is null || done.InitiativeId == initiativeId ? done : throw KeyOfAnotherStep(done);
    }

    public LedgerEntry Entry(PotSnapshot before, string key, LedgerEntryKind kind) =>
        new() { Revision = before.Revision + 1, Key = key, Kind = kind, At = Now };

    /// <summary>A change of the balance, with its entry and the claim that it is for.</summary>
    public PotChange Change(PotSnapshot before, PotBalance after, string key, LedgerEntryKind kind, PotClaim claim)
    {
        var entry = Entry(before, key, kind) with { InitiativeId = claim.Asked.InitiativeId, Movements = after.Since(before.Balance) };
        return new PotChange(before, after, [entry]) { Claim = claim };
    }

    public PotChange SetApart(PotSnapshot before, MoneyAsked asked, Reservation.Reserved reserved, string key, LedgerEntryKind kind) =>
        Change(before, reserved.After, key, kind, new PotClaim(asked, ClaimState.Reserved, reserved.Allocation));

    public static InvalidOperationException KeyOfAnotherStep(LedgerEntry done) =>
        new($"Key {done.Key} belongs to another step on the pot: {done.Kind} for {done.InitiativeId}.");
}

/// <summary>An answer and the change that must be written for it to hold.</summary>
/// <param name="Answer">What the caller is told.</param>
/// <param name="Change">What to write first; null when nothing changes.</param>
internal sealed record PotDecision<T>(T Answer, PotChange? Change = null);

/// <summary>One change of a pot: written whole, or not at all when the pot changed since <see cref="Before"/>.</summary>
internal sealed record PotChange(PotSnapshot Before, PotBalance After, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The claim as it becomes.</summary>
    public PotClaim? Claim { get; init; }

    /// <summary>Who joins the waiting list.</summary>
    public MoneyAsked? Joins { get; init; }

    /// <summary>Who leaves the waiting list.</summary>
    public MoneyAsked? Leaves { get; init; }

    /// <summary>Who is to be told of an offer.</summary>
    public string? Offered { get; init; }

    /// <summary>What it does to the line.</summary>
    public LineDraft? Line { get; init; }

    /// <summary>The line's head afterwards.</summary>
    public LineHead? Head => Line?.Head ?? Before.Line;

    public int Waiting => Before.Waiting + (Joins is null ? 0 : 1) - (Leaves is null ? 0 : 1);

    /// <summary>Counts the changes of the ledger; what only concerns the line is none.</summary>
    public long Revision => Before.Revision + (Entries.Count > 0 ? 1 : 0);
}
