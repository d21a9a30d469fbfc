using Initiatiefloket.Links;

namespace Initiatiefloket.Tests.Links;

public sealed class MailCodeTests
{
    [Fact]
    public void New_Code_IsReadBackFromItsGroups()
    {
        var code = MailCode.New();

        Assert.Matches("^[2-9A-HJ-NP-Z]{12}$", code);
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", MailCode.InGroups(code));
        Assert.Equal(code, MailCode.Read(MailCode.InGroups(code)));
        Assert.NotEqual(code, MailCode.New());
    }

    [Theory]
    [InlineData("K7M4-PQ2X-9RTB")]
    [InlineData("k7m4pq2x9rtb")]
    [InlineData("  K7m4 pq2X   9rtb ")]
    [InlineData("K7M4–PQ2X—9RTB.")]
    [InlineData("\u200EK7M4\u00AD-PQ2X-\u200B9RTB\uFEFF")]
    [InlineData("K 7 M 4 / P Q 2 X / 9 R T B")]
    public void Read_AsPeopleTypeIt_IsTheCode(string typed) => Assert.Equal("K7M4PQ2X9RTB", MailCode.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("K7M4-PQ2X-9RT")]
    [InlineData("K7M4-PQ2X-9RTBB")]
    [InlineData("K7M4-PQ2X-9RT0")]
    [InlineData("O7M4-PQ2X-9RTB")]
    [InlineData("Ⅶ7M4-PQ2X-9RTB")]
    [InlineData("ı7M4-PQ2X-9RTB")]
    public void Read_WhatCannotBeACode_IsNothing(string typed) => Assert.Null(MailCode.Read(typed));
}
