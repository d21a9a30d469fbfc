using Azure;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Platform;

public sealed class TransientFailureTests
{
    [Fact]
    public void IsBehind_MailServiceOut_IsAnOutageForAVisitorToo() =>
        Assert.True(StorageOutage.IsBehind(new TransientFailureException("The mail service answered 503.")));

    [Theory]
    [InlineData(409, true)]
    [InlineData(412, true)]
    [InlineData(404, false)]
    [InlineData(503, false)]
    public void IsConflict_Status_IsOneOnlyWhenSomebodyElseWasFirst(int status, bool isConflict) =>
        Assert.Equal(isConflict, Contention.IsConflict(new RequestFailedException(status, "storage says no")));

    [Fact]
    public void ThrowWhenHopeless_TwentyLostRounds_IsTriedAgainLater()
    {
        Contention.ThrowWhenHopeless(19, "BI-2026-7K3M9");

        var error = Assert.Throws<TransientFailureException>(() => Contention.ThrowWhenHopeless(20, "BI-2026-7K3M9"));
        Assert.Contains("BI-2026-7K3M9", error.Message, StringComparison.Ordinal);
    }
}
