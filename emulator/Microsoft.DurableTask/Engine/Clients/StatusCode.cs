namespace Grpc.Core;

/// <summary>Those of gRPC's statuses that the client answers with.</summary>
internal enum StatusCode
{
    NotFound = 5,
    FailedPrecondition = 9,
}
