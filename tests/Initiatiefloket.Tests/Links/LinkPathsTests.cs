using Initiatiefloket.Links;

namespace Initiatiefloket.Tests.Links;

public sealed class LinkPathsTests
{
    public static TheoryData<LinkPurpose> Purposes { get; } = [.. Enum.GetValues<LinkPurpose>()];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void PurposeOf_SegmentOfAPurpose_IsThatPurpose(LinkPurpose purpose)
    {
        Assert.Equal(purpose, LinkPaths.PurposeOf(LinkPaths.SegmentOf(purpose)));
        Assert.Equal($"{LinkPaths.SegmentOf(purpose)}/abc", LinkPaths.PathOf(purpose, "abc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Status")]
    [InlineData("verstuurd")]
    public void PurposeOf_AnotherSegment_IsNone(string segment) => Assert.Null(LinkPaths.PurposeOf(segment));
}
