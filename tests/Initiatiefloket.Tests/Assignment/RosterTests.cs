using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
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
            expected is null ? null : Staff.ActorOf(expected),
            Staff.Without(away.Split(' ', StringSplitOptions.RemoveEmptyEntries)).StandInFor(Staff.ActorOf(who), _ => true));

    [Fact]
    public void StandInFor_DeputyWhoMayNotSit_IsTheDeputysDeputy() =>
        Assert.Equal(Staff.ActorOf("cor"), Staff.Without().StandInFor(Staff.ActorOf("anna"), person => person != Staff.ActorOf("bram")));

    [Fact]
    public void StandInFor_WhoChoseAnotherDeputy_IsThatOne()
    {
        var roster = new Roster(Staff.All, [Staff.Away("anna", deputy: "ellen")]);

        Assert.Equal(Staff.ActorOf("ellen"), roster.StandInFor(Staff.ActorOf("anna"), _ => true));
    }

    [Fact]
    public void GivesAway_WhoKeepsTheirCases_IsFalseThoughTheyGetNoNewOnes()
    {
        var roster = new Roster(Staff.All, [Staff.Away("anna", keeps: true), Staff.Away("bram")]);

        Assert.False(roster.GivesAway(Staff.ActorOf("anna")));
        Assert.False(roster.IsThere(Staff.ActorOf("anna")));
        Assert.True(roster.GivesAway(Staff.ActorOf("bram")));
        Assert.True(roster.IsThere(Staff.ActorOf("cor")));
        Assert.False(roster.IsThere(Actor.Coordinator));
    }
}
