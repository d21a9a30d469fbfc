namespace Grpc.Core;

/// <summary>A call that the Functions host refuses. The real client speaks gRPC and lets this through to the app.</summary>
internal sealed class RpcException(StatusCode statusCode, string detail)
    : Exception($"Status(StatusCode=\"{statusCode}\", Detail=\"{detail}\")")
{
    /// <summary>Why it was refused.</summary>
    public StatusCode StatusCode { get; } = statusCode;
}
