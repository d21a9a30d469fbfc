using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class ConcernsTests
{
    [Theory]
    [InlineData(10_000, "2026-05-01", "2026-03-02")]
    [InlineData(10_000, null, "2026-03-02")]
    [InlineData(null, null, "2026-03-02")]
    [InlineData(9_999, "2026-05-01", "2026-03-02", Concern.BelowMinimum)]
    [InlineData(5_000_000, "2026-03-02", "2026-03-02")]
    [InlineData(5_000_001, "2026-03-01", "2026-03-02", Concern.AboveMaximum, Concern.StartsBeforeReceipt)]
    [InlineData(10_000, "2028-05-01", "2028-03-02", Concern.NoOpenPot)]
    public void Of_AnApplication_NamesWhatProbablyLeadsToARefusal(int? cents, string? startsOn, string receivedOn, params Concern[] expected) => Assert.Equal(
        expected,
        Concerns.Of(cents is { } asked ? new Euro(asked) : null, startsOn is null ? null : Days.Of(startsOn), Days.Of(receivedOn), Cases.Policy));
}
