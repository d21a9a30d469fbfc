using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Grpc.Core;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Web;

/// <summary>Tells an outage of Azure Storage, of the managed identity, of the workflows or of the mail service from a bug.</summary>
public static class StorageOutage
{
    /// <summary>
    /// True when the exception, or one inside it, says that storage did not answer or could not serve. Data protection and antiforgery wrap
    /// what they meet, and the Azure client collects its attempts in an <see cref="AggregateException"/>. A cancellation is a time-out,
    /// for whoever asks has made sure that the visitor did not leave.
    /// </summary>
    public static bool IsBehind(Exception? exception) => exception switch
    {
        null => false,
        RequestFailedException { Status: 0 or 429 or >= 500 } => true,
        TransientFailureException => true,

        // No token could be had, which Azure.Core does not try again. That the identity may not do something is a 403.
        AuthenticationFailedException => true,
        HttpRequestException or SocketException or TimeoutException or OperationCanceledException => true,

        // The host answers Unknown or Internal when its storage is out.
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Unknown or StatusCode.Internal } => true,
        AggregateException several => several.InnerExceptions.Any(IsBehind),
        _ => IsBehind(exception.InnerException),
    };
}
