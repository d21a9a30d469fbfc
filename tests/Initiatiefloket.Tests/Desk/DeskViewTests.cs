using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeskViewTests
{
    private static readonly Actor Jeugd = Actor.Reviewer("jeugd");

    /// <summary>The band of this amount wants two.</summary>
    private static readonly Initiative Large = Cases.InReview with { Asked = Euro.Whole(20_000) };

    [Theory]
    [InlineData(RoundKind.Review, new[] { "reviewer:welzijn" }, 2)]
    [InlineData(RoundKind.Review, new[] { "reviewer:welzijn", "reviewer:jeugd" }, null)]
    [InlineData(RoundKind.Arbitration, new[] { "coordinator" }, null)]
    public void Wanted_FewerThanTheBandWants_SaysHowMany(RoundKind kind, string[] seats, int? wanted) =>
        Assert.Equal(wanted, Desks.View(Large with { Panel = new Panel { Kind = kind, Seats = [.. seats.Select(Actor.Read)] } }).Wanted);

    [Theory]
    [InlineData(new[] { "reviewer:welzijn", "coordinator" }, true)]
    [InlineData(new[] { "reviewer:welzijn", "reviewer:jeugd" }, false)]
    [InlineData(new[] { "coordinator" }, false)]
    public void IsOnPanel_OneOfSeveral_Only(string[] seats, bool isOn) =>
        Assert.Equal(isOn, Desks.View(Large with { Panel = new Panel { Seats = [.. seats.Select(Actor.Read)] } }).IsOnPanel);

    /// <summary>Decide by 28 April; today is 12 March, or 12 May.</summary>
    [Theory]
    [InlineData("2026-03-12", null, false)]
    [InlineData("2026-05-12", null, true)]
    [InlineData("2026-05-12", "2026-04-28", false)] // in time
    [InlineData("2026-05-12", "2026-04-29", true)]
    public void MayNoteDefault_ADayOnWhichItCounts_IsNeeded(string today, string? announced, bool may)
    {
        var letter = Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = announced is null ? null : Days.Of(announced) };
        var initiative = announced is null ? Cases.InReview : Cases.In(InitiativeState.Granted) with { Letters = [letter] };

        Assert.Equal(may, (Desks.View(initiative) with { Now = LocalTime.StartOf(Days.Of(today)) }).MayNoteDefault);
    }
}
