using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Reviewers;

public sealed class GivenAwayTests
{
    private static readonly DateOnly Today = Staff.Today;
    private static readonly Absence Away = Staff.Away("anna");

    [Fact]
    public void Of_Absence_CountsWhatWentInItByWhoHasIt()
    {
        Initiative[] cases = [Given("1", "bram"), Given("2", "cor"), Given("3", "bram"), Given("4", "bram", HandOverReason.PassedOn), Given("5", "bram", at: Today.AddDays(9))];

        var told = Assert.Single(GivenAway.Of(Staff.ActorOf("anna"), [.. cases, cases[0]], [Away], Today));

        Assert.Equal((Away, Today, Today), (told.Absence, told.From, told.Until));
        Assert.Equal([(Staff.ActorOf("bram"), 2), (Staff.ActorOf("cor"), 1)], told.Takers);
    }

    [Theory]
    [InlineData(14, 1)]
    [InlineData(15, 0)]
    public void Of_WhatTheCoordinatorGaveAway_IsToldForTwoWeeks(int days, int told) => Assert.Equal(
        told, GivenAway.Of(Staff.ActorOf("anna"), [Given("1", "bram", HandOverReason.Coordinator)], [], Today.AddDays(days)).Count);

    private static Initiative Given(string id, string to, HandOverReason why = HandOverReason.Absence, DateOnly? at = null) => Cases.InReview with
    {
        Id = id,
        Panel = new Panel { Seats = [Staff.ActorOf(to)], HandOvers = [new HandOver(1, Staff.ActorOf("anna"), Staff.ActorOf(to), why, LocalTime.StartOf(at ?? Today), Actor.Workflow)] },
    };
}
