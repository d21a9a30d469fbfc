using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>What is known about an instance without its history. The row that every change of the instance goes through.</summary>
internal sealed record InstanceRow
{
    private const string KeyPrefix = "i";

    /// <summary>Row keys of instances begin with this, and those of other rows do not.</summary>
    public static readonly (string From, string To) Keys = (KeyPrefix, StorageKey.After(KeyPrefix));

    /// <summary>The columns above the history.</summary>
    public static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", nameof(Id), nameof(Name), nameof(Version), nameof(Execution), nameof(Generation), nameof(Status),
        nameof(CreatedAt), nameof(UpdatedAt), nameof(StartAt), nameof(Input), nameof(Output), nameof(CustomStatus), nameof(Failure),
        nameof(Parent), nameof(Tags), nameof(Trace), nameof(Change),
    ];

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Version { get; init; } = string.Empty;

    /// <summary>Changes each time that the instance starts over, so that answers to an earlier run are recognised.</summary>
    public required string Execution { get; init; }

    /// <summary>The number of times that the instance started over; part of the keys of its history.</summary>
    public int Generation { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>The failure as text.</summary>
    public string? Failure { get; init; }

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The span that started the instance, as a W3C traceparent; null when nobody traces.</summary>
    public string? Trace { get; init; }

    /// <summary>Names the last change, so that a change whose answer got lost is recognised as made.</summary>
    public string? Change { get; init; }

    public bool IsFinished => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    /// <summary>
    /// The row's key. It names the instance once more because Azurite looks rows up by row key before it looks at the
    /// partition: with one key for all, each call would cost as much as there are instances.
    /// </summary>
    public static string RowKey(string instanceId) => KeyPrefix + StorageKey.Escape(instanceId);

    public static bool IsKey(string rowKey) => rowKey.StartsWith(KeyPrefix, StringComparison.Ordinal);

    public static InstanceRow Read(TableEntity row) => new()
    {
        Id = row.GetString(nameof(Id)),
        Name = row.GetString(nameof(Name)),
        Version = row.GetString(nameof(Version)),
        Execution = row.GetString(nameof(Execution)),
        Generation = row.GetInt32(nameof(Generation)) ?? 0,
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(nameof(Status))),
        CreatedAt = row.GetDateTimeOffset(nameof(CreatedAt))!.Value,
        UpdatedAt = row.GetDateTimeOffset(nameof(UpdatedAt))!.Value,
        StartAt = row.GetDateTimeOffset(nameof(StartAt)),
        Input = row.GetString(nameof(Input)),
        Output = row.GetString(nameof(Output)),
        CustomStatus = row.GetString(nameof(CustomStatus)) is { Length: > 0 } status ? status : null,
        Failure = row.GetString(nameof(Failure)),
        Parent = Json<ParentLink>(row, nameof(Parent)),
        Tags = Json<Dictionary<string, string>>(row, nameof(Tags)),
        Trace = row.GetString(nameof(Trace)),
        Change = row.GetString(nameof(Change)),
    };

    public TableEntity Write() => new(StorageKey.Escape(Id), RowKey(Id))
    {
        [nameof(Id)] = Id,
        [nameof(Name)] = Name,
        [nameof(Version)] = Version,
        [nameof(Execution)] = Execution,
        [nameof(Generation)] = Generation,
        [nameof(Status)] = Status.ToString(),
        [nameof(CreatedAt)] = CreatedAt,
        [nameof(UpdatedAt)] = UpdatedAt,
        [nameof(StartAt)] = StartAt,
        [nameof(Input)] = Input,
        [nameof(Output)] = Output,
        [nameof(CustomStatus)] = CustomStatus,
        [nameof(Failure)] = Failure,
        [nameof(Parent)] = Json(Parent),
        [nameof(Tags)] = Json(Tags),
        [nameof(Trace)] = Trace,
        [nameof(Change)] = Change,
    };

    /// <summary>The columns in which this row differs from an earlier one of the same run.</summary>
    public TableEntity WriteChanges(InstanceRow earlier)
    {
        var changes = new TableEntity(StorageKey.Escape(Id), RowKey(Id)) { [nameof(UpdatedAt)] = UpdatedAt, [nameof(Change)] = Change };
        Add(nameof(Status), earlier.Status.ToString(), Status.ToString());
        Add(nameof(Output), earlier.Output, Output);
        Add(nameof(CustomStatus), earlier.CustomStatus ?? string.Empty, CustomStatus ?? string.Empty); // merging cannot erase
        Add(nameof(Failure), earlier.Failure, Failure);
        return changes;

        void Add(string column, string? before, string? after)
        {
            if (after is not null && before != after)
            {
                changes[column] = after;
            }
        }
    }

    /// <summary>As from the real service when inputs and outputs are not asked for: no custom status and no failure either.</summary>
    public InstanceRow WithoutTexts() => this with { Input = null, Output = null, CustomStatus = null, Failure = null };

    private static T? Json<T>(TableEntity row, string column)
        where T : class => row.GetString(column) is { Length: > 0 } text ? JsonSerializer.Deserialize<T>(text) : null;

    private static string? Json<T>(T? value)
        where T : class => value is null ? null : JsonSerializer.Serialize(value);
}
