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
    public async Task WinAsync_TwentyLostRounds_IsTriedAgainLater()
    {
        var rounds = 0;
        var error = await Assert.ThrowsAsync<TransientFailureException>(
            () => Contention.WinAsync<string>("BI-2026-7K3M9", () => Task.FromResult<string?>(++rounds > 20 ? "won" : null)));

        Assert.Equal(20, rounds);
        Assert.Contains("BI-2026-7K3M9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WinAsync_LostOnce_IsTheOutcomeOfTheNextRound()
    {
        var rounds = 0;
        Assert.True(await Contention.WinAsync<bool>("BI-2026-7K3M9", () => Task.FromResult<bool?>(++rounds == 1 ? null : true)));
        Assert.Equal(2, rounds);
    }
}
