namespace Initiatiefloket.Platform;

/// <summary>What the Functions host answers to a call of the client of the workflows, which in Azure speaks gRPC with it.</summary>
public static class GrpcStatus
{
    /// <summary>The name of the status of a call that failed, such as <c>Unavailable</c>; null for another exception.</summary>
    public static string? Of(Exception exception) =>
        // By name, because the default build has no gRPC.
        exception.GetType() is { FullName: "Grpc.Core.RpcException" } type
            ? $"{type.GetProperty("StatusCode")?.GetValue(exception)}"
            : null;
}
