using Azure;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>An instance as it stands in storage, with its history in memory.</summary>
internal sealed class StoredInstance(
    InstanceRow row, ETag etag, HistoryLayout layout, List<HistoryEvent> history, IEnumerable<string> received, int delivered)
{
    public InstanceRow Row { get; private set; } = row;

    public ETag ETag { get; private set; } = etag;

    public HistoryLayout Layout { get; private set; } = layout;

    public List<HistoryEvent> History { get; private set; } = history;

    public OpenSteps Open { get; private set; } = new(history, received);

    /// <summary>The id of the last event to another instance that is known to have arrived; -1 for none.</summary>
    public int Delivered { get; private set; } = delivered;

    public bool HasStarted => History.Exists(happened => happened is HistoryEvent.StepStarted);

    public void Apply(InstanceChange change, ETag etag, HistoryLayout layout)
    {
        if (change.StartsOver)
        {
            History = [];
            Open = new([], Open.Received);
        }

        History.AddRange(change.Events);
        Open.Add(change.Events);
        Row = change.Row;
        Delivered = change.Delivered;
        ETag = etag;
        Layout = layout;
    }
}
