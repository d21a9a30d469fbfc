// By name and members what the real Durable client throws; the default build does not have its package.
namespace Grpc.Core;

/// <summary>Some of the statuses of a call.</summary>
public enum StatusCode
{
    Unknown = 2,
    InvalidArgument = 3,
    NotFound = 5,
    FailedPrecondition = 9,
    Unavailable = 14,
}

public sealed class RpcException(StatusCode status) : Exception
{
    public StatusCode StatusCode { get; } = status;
}
