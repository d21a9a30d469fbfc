using System.Net.Sockets;
using System.Security.Cryptography;
using Azure;
using Azure.Identity;
using Grpc.Core;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class StorageOutageTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(412, false)]
    public void IsBehind_ARequestThatFailed_DependsOnItsStatus(int status, bool outage) =>
        Assert.Equal(outage, StorageOutage.IsBehind(new RequestFailedException(status, "failed")));

    [Fact]
    public void IsBehind_AnOutageWithinOthers_IsTrue() => Assert.True(StorageOutage.IsBehind(
        new CryptographicException("keys", new AggregateException(new InvalidOperationException(), new HttpRequestException("refused", new SocketException())))));

    [Fact]
    public void IsBehind_NoTokenOfTheManagedIdentity_IsTrue()
    {
        Assert.True(StorageOutage.IsBehind(new AuthenticationFailedException("the identity's endpoint answered 500")));
        Assert.True(StorageOutage.IsBehind(new CryptographicException("keys", new CredentialUnavailableException("no answer"))));
    }

    [Fact]
    public void IsBehind_ATimeOut_IsTrue() => Assert.True(StorageOutage.IsBehind(new TaskCanceledException("took too long")));

    [Theory]
    [InlineData(StatusCode.Unavailable, true)]
    [InlineData(StatusCode.Unknown, true)]
    [InlineData(StatusCode.InvalidArgument, false)]
    public void IsBehind_WorkflowsThatDoNotAnswer_DependsOnTheStatus(StatusCode status, bool outage) =>
        Assert.Equal(outage, StorageOutage.IsBehind(new InvalidOperationException("wrapped", new RpcException(new Grpc.Core.Status(status, "answered")))));

    [Fact]
    public void IsBehind_ABug_IsFalse() => Assert.False(StorageOutage.IsBehind(new InvalidOperationException("bug", new ArgumentNullException())));
}
