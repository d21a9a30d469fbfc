using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Assignment;

/// <summary>A time in which a reviewer is away.</summary>
/// <param name="ReviewerId">Who (<see cref="Policies.Reviewer"/>).</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="DeputyId">The colleague who takes over; null for the one whom the policy names.</param>
/// <param name="KeepsCases">True when cases that wait for this reviewer stay with them; new ones go to others all the same.</param>
public sealed record Absence(string ReviewerId, DateOnly From, DateOnly Until, string? DeputyId, bool KeepsCases)
{
    /// <summary>Who is away (<see cref="Actor"/>).</summary>
    public Actor Person => Actor.Reviewer(ReviewerId);

    /// <summary>Whether the reviewer is away on this day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;

    /// <summary>Whether both are about the same reviewer and have a day in common.</summary>
    public bool Overlaps(Absence other) => ReviewerId == other.ReviewerId && From <= other.Until && other.From <= Until;
}

/// <summary>Table <c>Absences</c>: who is away when. A row is an absence, under the reviewer and its first day, so that entering one twice gives one.</summary>
public sealed class AbsenceTable(TableServiceClient tables)
{
    private const string Absences = "absence";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Absences);

    /// <summary>Stores an absence, in place of one of the same reviewer that begins on the same day.</summary>
    public Task PutAsync(Absence absence, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(RowOf(absence), TableUpdateMode.Replace, cancellation);

    /// <summary>Removes an absence. Doing so twice changes nothing.</summary>
    public Task RemoveAsync(Absence absence, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Absences, KeyOf(absence), ETag.All, cancellation);

    /// <summary>The absences that are not over on this day, also those to come, in order of their first day.</summary>
    public Task<IReadOnlyList<Absence>> ListFromAsync(DateOnly today, CancellationToken cancellation) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Absences} and Until ge {today.ToIso()}"), cancellation);

    /// <summary>The absences that were over at a moment.</summary>
    public static string OverAt(DateTimeOffset moment) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {Absences} and Until lt {LocalTime.DayOf(moment).ToIso()}");

    private async Task<IReadOnlyList<Absence>> ReadAsync(string filter, CancellationToken cancellation)
    {
        var found = new List<Absence>();
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            found.Add(new Absence(row.ReviewerId, IsoDate.Parse(row.From), IsoDate.Parse(row.Until), row.DeputyId, row.KeepsCases));
        }

        return [.. found.OrderBy(absence => absence.From).ThenBy(absence => absence.ReviewerId, StringComparer.Ordinal)];
    }

    private static Row RowOf(Absence absence) => new()
    {
        PartitionKey = Absences,
        RowKey = KeyOf(absence),
        ReviewerId = absence.ReviewerId,
        From = absence.From.ToIso(),
        Until = absence.Until.ToIso(),
        DeputyId = absence.DeputyId,
        KeepsCases = absence.KeepsCases,
    };

    private static string KeyOf(Absence absence) => $"{absence.ReviewerId}|{absence.From.ToIso()}";

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string ReviewerId { get; set; } = "";

        public string From { get; set; } = "";

        public string Until { get; set; } = "";

        public string? DeputyId { get; set; }

        public bool KeepsCases { get; set; }
    }
}
