namespace Initiatiefloket.Budget;

/// <summary>The rows of the pots, as <see cref="PotTable"/> stores them.</summary>
internal interface IPotRows
{
    Task CreateAsync(CancellationToken cancellation);

    Task<PotSnapshot> ReadAsync(int year, CancellationToken cancellation);

    Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation);

    Task<LinePlace?> FindPlaceAsync(int year, string initiativeId, CancellationToken cancellation);

    Task<LedgerEntry?> FindEntryAsync(int year, string key, CancellationToken cancellation);

    Task<List<LedgerEntry>> ListEntriesAsync(int year, CancellationToken cancellation);

    Task<List<MoneyAsked>> ListWaitingAsync(int year, CancellationToken cancellation);

    /// <summary>The places to which money may still go.</summary>
    Task<List<LinePlace>> ListOpenPlacesAsync(int year, CancellationToken cancellation);

    /// <summary>The public line, oldest first.</summary>
    Task<List<LineEvent>> ListLineAsync(int year, CancellationToken cancellation);

    Task<List<string>> ListOfferedAsync(int year, CancellationToken cancellation);

    /// <summary>Forgets that an initiative is to be told of an offer; a second time does nothing.</summary>
    Task RemoveOfferedAsync(int year, string initiativeId, CancellationToken cancellation);

    /// <summary>Writes a change whole; false when the pot was changed by someone else since it was read.</summary>
    Task<bool> TrySaveAsync(PotChange change, CancellationToken cancellation);
}
