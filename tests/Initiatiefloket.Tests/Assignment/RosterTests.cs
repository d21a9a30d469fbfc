using Initiatiefloket.Assignment;
using Initiatiefloket.Tests.Reviewers;

namespace Initiatiefloket.Tests.Assignment;

public sealed class RosterTests
{
    [Theory]
    [InlineData("anna", "", "bram")]
    [InlineData("anna", "bram", "cor")]
    [InlineData("anna", "bram cor", "dina")]
    [InlineData("anna", "bram cor dina", null)]
    [InlineData("anna", "anna", "bram")]
    [InlineData("ellen", "", null)]
    [InlineData("iemand-die-weg-is", "", null)]
    public void StandInFor_Somebody_IsTheFirstInTheRowOfDeputiesWhoCan(string who, string away, string? expected) =>
        Assert.Equal(
            expected is null ? null : Staff.Actor(expected),
            Staff.Without(away.Split(' ', StringSplitOptions.RemoveEmptyEntries)).StandInFor(Staff.Actor(who), _ => true));

    [Fact]
    public void StandInFor_DeputyWhoMayNotSit_IsTheDeputysDeputy() =>
        Assert.Equal(Staff.Actor("cor"), Staff.Without().StandInFor(Staff.Actor("anna"), person => person != Staff.Actor("bram")));

    [Fact]
    public void StandInFor_WhoChoseAnotherDeputy_IsThatOne()
    {
        var roster = new Roster(Staff.All, [Staff.Away("anna", deputy: "ellen")]);

        Assert.Equal(Staff.Actor("ellen"), roster.StandInFor(Staff.Actor("anna"), _ => true));
    }

    [Fact]
    public void GivesAway_WhoKeepsTheirCases_IsFalseThoughTheyGetNoNewOnes()
    {
        var roster = new Roster(Staff.All, [Staff.Away("anna", keeps: true), Staff.Away("bram")]);

        Assert.False(roster.GivesAway(Staff.Actor("anna")));
        Assert.False(roster.IsThere(Staff.Actor("anna")));
        Assert.True(roster.GivesAway(Staff.Actor("bram")));
        Assert.True(roster.IsThere(Staff.Actor("cor")));
        Assert.False(roster.IsThere("coordinator"));
    }
}
