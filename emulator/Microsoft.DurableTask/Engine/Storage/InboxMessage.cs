using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>A message from a client, kept beside the instance until a step deals with it.</summary>
internal sealed record InboxMessage(string RowKey, HistoryEvent.Inbound Event);
