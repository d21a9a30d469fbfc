using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>What a client may ask about the instances on <see cref="TestDurable"/>.</summary>
internal static class TestQueries
{
    public static GetInstanceResponse Show(TestDurable durable, GetInstanceRequest request)
    {
        if (durable.Find(request.InstanceId) is not { } state)
        {
            return new GetInstanceResponse();
        }

        // The version is shown in lists only, and of a failure not what caused it.
        state.Version = null;
        state.FailureDetails?.InnerFailure = null;
        if (!request.GetInputsAndOutputs)
        {
            (state.Input, state.Output, state.CustomStatus, state.FailureDetails) = (null, null, null, null);
        }

        return new GetInstanceResponse { Exists = true, OrchestrationState = state };
    }

    /// <summary>A page of instances; the token for the next one is the last id of this one.</summary>
    public static QueryInstancesResponse Page(TestDurable durable, InstanceQuery query)
    {
        var found = durable.All()
            .Where(state => query.RuntimeStatus.Count == 0 || query.RuntimeStatus.Contains(state.OrchestrationStatus))
            .Where(state => string.IsNullOrEmpty(query.InstanceIdPrefix) || state.InstanceId.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
            .Where(state => IsCreatedBetween(state, query.CreatedTimeFrom, query.CreatedTimeTo))
            .Where(state => string.IsNullOrEmpty(query.ContinuationToken) || string.CompareOrdinal(state.InstanceId, query.ContinuationToken) > 0)
            .ToArray();
        var size = query.MaxInstanceCount > 0 ? query.MaxInstanceCount : found.Length;
        var page = found.Take(size).ToArray();
        foreach (var state in page.Where(_ => !query.FetchInputsAndOutputs))
        {
            (state.Input, state.Output, state.FailureDetails) = (null, null, null);
        }

        return new QueryInstancesResponse { OrchestrationState = { page }, ContinuationToken = found.Length > size ? page[^1].InstanceId : null };
    }

    /// <summary>The ids of the instances that a filter names, if they have ended.</summary>
    public static IReadOnlyList<string> Chosen(TestDurable durable, PurgeInstanceFilter filter) =>
    [
        .. durable.All()
            .Where(state => !TestInstance.Running.Contains(state.OrchestrationStatus))
            .Where(state => filter.RuntimeStatus.Count == 0 || filter.RuntimeStatus.Contains(state.OrchestrationStatus))
            .Where(state => IsCreatedBetween(state, filter.CreatedTimeFrom, filter.CreatedTimeTo))
            .Select(state => state.InstanceId),
    ];

    private static bool IsCreatedBetween(OrchestrationState state, Timestamp? from, Timestamp? to) =>
        (from is null || state.CreatedTimestamp >= from) && (to is null || state.CreatedTimestamp <= to);
}
