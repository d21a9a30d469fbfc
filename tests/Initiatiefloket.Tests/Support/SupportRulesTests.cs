using Initiatiefloket.Initiatives;
using Initiatiefloket.Support;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Support;

public sealed class SupportRulesTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 5, 2)]
    [InlineData(5, 5, 0)]
    [InlineData(9, 5, 0)]
    public void Missing_Count_IsWhatIsStillToCome(int given, int needed, int missing)
    {
        var count = new SupportCount(given, needed);

        Assert.Equal((missing, missing == 0), (count.Missing, count.IsEnough));
    }

    [Fact]
    public void IsOpenForSupport_FromReceiptToTheEnd()
    {
        Assert.False(Cases.Draft.IsOpenForSupport);
        Assert.True(Cases.Received.IsOpenForSupport);
        Assert.True(Cases.In(InitiativeState.CouncilWindow).IsOpenForSupport);
        Assert.False(Cases.In(InitiativeState.Granted).IsOpenForSupport);
        Assert.False(Cases.In(InitiativeState.Withdrawn).IsOpenForSupport);
    }

    [Theory]
    [InlineData("kort plan", "kort plan")]
    [InlineData("", "")]
    public void InShort_ShortPlan_IsThePlan(string plan, string expected) => Assert.Equal(expected, SupportRules.InShort(plan));

    [Fact]
    public void InShort_LongPlan_EndsBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Repeat("woorden", 200));

        Assert.EndsWith("woorden …", SupportRules.InShort(words), StringComparison.Ordinal);
        Assert.InRange(SupportRules.InShort(words).Length, 500, 602);
    }

    [Fact]
    public void InShort_OneLongWord_IsNotCutInASign()
    {
        var flowers = "x" + string.Concat(Enumerable.Repeat("\U0001F33B", 400));

        Assert.DoesNotContain('\uFFFD', new string([.. SupportRules.InShort(flowers).EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }
}
