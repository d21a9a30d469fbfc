using Initiatiefloket.Assignment;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Reviewers;

namespace Initiatiefloket.Tests.Assignment;

public sealed class AssignmentRulesTests
{
    [Theory]
    [InlineData("meedoen-en-ontmoeten", "de-thij", "bram | anna | cor | dina | ellen")]
    [InlineData("meedoen-en-ontmoeten", "zuidbroek", "cor | anna | bram | ellen | dina")]
    [InlineData("meedoen-en-ontmoeten", "binnenstad", "anna | bram cor | ellen | dina")]
    [InlineData("gezond-leven", "de-thij", "dina | ellen | bram | anna | cor")]
    [InlineData("rondkomen", "heel-oldenzaal", "anna ellen | bram cor dina")]
    [InlineData("weet-ik-niet", "de-thij", "bram dina | anna ellen | cor")]
    public void Groups_OfACase_ComeByThemeAndThenByNeighbourhood(string theme, string part, string expected)
    {
        var groups = AssignmentRules.Groups(Staff.All, Cases.Received with { ThemeId = theme, NeighbourhoodId = part });

        Assert.Equal(expected, string.Join(" | ", groups.Select(Staff.Names)));
    }

    [Theory]
    [InlineData("", "anna 2, bram 1, cor 1", 1, "", "", "bram")]
    [InlineData("", "anna 0, bram 0, cor 0", 2, "", "", "anna bram")]
    [InlineData("", "anna 5, bram 4, cor 3", 3, "", "", "cor bram anna")]
    [InlineData("dina", "anna 0, bram 0", 2, "", "", "dina anna")]
    [InlineData("dina anna", "bram 0", 2, "", "", "dina anna")]
    [InlineData("", "anna 0, cor 1", 1, "anna", "", "bram")]
    [InlineData("", "anna 0, cor 1", 1, "anna bram cor", "", "dina")]
    [InlineData("", "anna 0, cor 1", 2, "anna", "", "bram cor")]
    [InlineData("", "anna 0, bram 1", 2, "anna", "", "bram")]
    [InlineData("", "ellen 0, cor 1", 1, "ellen", "", "cor")]
    [InlineData("", "anna 0, cor 1", 1, "", "anna", "cor")]
    [InlineData("", "anna 0, cor 1", 1, "anna", "bram", "cor")]
    [InlineData("", "anna 0", 1, "anna bram cor dina ellen", "", "")]
    public void Fill_Group_GivesPlacesByLoadAndToDeputiesOfWhoIsAway(
        string chosen, string group, int number, string away, string barred, string expected)
    {
        var candidates = group.Split(", ").Select(one => one.Split(' ')).Select(one => new Candidate(Staff.ActorOf(one[0]), int.Parse(one[1])));
        var notAllowed = Words(barred).Select(Staff.ActorOf).ToList();

        var seats = AssignmentRules.Fill(
            [.. Words(chosen).Select(Staff.ActorOf)], number, candidates, Staff.Without(Words(away)), person => !notAllowed.Contains(person));

        Assert.Equal(expected, Staff.Names(seats));
    }

    [Fact]
    public void Fill_AnyAbsences_NeverSeatsSomebodyTwiceNorSomebodyAway()
    {
        var ids = Staff.All.Select(reviewer => reviewer.Id).ToList();
        foreach (var bits in Enumerable.Range(0, 1 << ids.Count))
        {
            string[] away = [.. ids.Where((_, index) => (bits >> index & 1) == 1)];

            var seats = AssignmentRules.Fill([], 3, ids.Select(id => new Candidate(Staff.ActorOf(id), 0)), Staff.Without(away), _ => true);

            Assert.Equal(seats.Distinct(), seats);
            Assert.Empty(seats.Select(seat => seat.ReviewerId!).Intersect(away));
            Assert.Equal(Math.Min(3, ids.Count - away.Length), seats.Count);
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
