using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly Policy Oldenzaal = PolicyFile.Load(PolicyDraft.DefaultFile);

    [Theory]
    [InlineData(1, "vrij", DecidedBy.Professional)]
    [InlineData(2500_00, "vrij", DecidedBy.Professional)]
    [InlineData(2500_01, "gedeeld", DecidedBy.CouncilWindow)]
    [InlineData(10000_00, "gedeeld", DecidedBy.CouncilWindow)]
    [InlineData(10000_01, "regie", DecidedBy.CouncilVote)]
    [InlineData(50000_00, "regie", DecidedBy.CouncilVote)]
    public void Band_ForAnAmount_IsTheBandThatHoldsIt(long cents, string id, DecidedBy decidedBy)
    {
        var band = Band.For(Oldenzaal.Bands, new Euro(cents));

        Assert.Equal((id, decidedBy), (band.Id, band.DecidedBy));
    }

    [Theory]
    [InlineData(BandBy.Granted, 2000, DecidedBy.Professional)]
    [InlineData(BandBy.Asked, 2000, DecidedBy.CouncilWindow)]
    [InlineData(BandBy.Granted, 4000, DecidedBy.CouncilWindow)]
    [InlineData(BandBy.Asked, 4000, DecidedBy.CouncilWindow)]
    public void BandsFor_LessGrantedThanTheFourThousandAsked_GoByTheAmountThatThePolicyNames(BandBy bandBy, int granted, DecidedBy decidedBy)
    {
        var policy = Oldenzaal with { Amounts = Oldenzaal.Amounts with { BandBy = bandBy } };

        Assert.Equal(decidedBy, Band.For(policy.BandsFor(Euro.Whole(4000)), Euro.Whole(granted)).DecidedBy);
    }

    [Theory]
    [InlineData(1, SettleWay.AtOnce)]
    [InlineData(499_99, SettleWay.AtOnce)]
    [InlineData(500_00, SettleWay.ExOfficio)]
    [InlineData(4999_99, SettleWay.ExOfficio)]
    [InlineData(5000_00, SettleWay.OnRequest)]
    [InlineData(50000_00, SettleWay.OnRequest)]
    public void Regime_ForAnAmount_ChangesAtTheCent(long cents, SettleWay settle) =>
        Assert.Equal(settle, Regime.For(Oldenzaal.Regimes, new Euro(cents)).Settle);

    [Theory]
    [InlineData("vrij", Authority.College, "coördinator bewonersinitiatieven")]
    [InlineData("regie", Authority.College, null)]
    public void Band_OfThePolicy_NamesItsBodyAndWhoSigns(string id, Authority authority, string? role)
    {
        var band = Oldenzaal.Bands.Single(one => one.Id == id);

        Assert.Equal((authority, role), (band.Authority, band.Mandate?.Role));
    }

    [Fact]
    public void HearingGrounds_OfThePolicy_AreThoseOfArticle435() => Assert.All(
        Oldenzaal.RefusalReasons, ground => Assert.Equal(ground.Article.StartsWith("Awb 4:35", StringComparison.Ordinal), ground.Hearing));

    [Fact]
    public void MaxAmount_OfThePolicy_IsTheEndOfTheHighestBand() => Assert.Equal(Euro.Whole(50_000), Oldenzaal.MaxAmount);

    [Theory]
    [InlineData("2018-12-31", 23)] // before all: the oldest that are known
    [InlineData("2025-12-31", 23)]
    [InlineData("2026-01-01", 26)]
    [InlineData("2027-06-01", 26)]
    public void PenaltyRatesOn_Notice_AreThoseOfItsDay(string noticeOn, int euros)
    {
        var policy = Oldenzaal with
        {
            PenaltyRates = [.. Oldenzaal.PenaltyRates, new PenaltyRates(Days.Of("2026-01-01"), Euro.Whole(26), Euro.Whole(39), Euro.Whole(51))],
        };

        Assert.Equal(Euro.Whole(euros), policy.PenaltyRatesOn(Days.Of(noticeOn)).FirstTwoWeeks);
    }

    [Fact]
    public void Default_Lookups_FindWhatFormsAndLettersName()
    {
        Assert.Equal("jeugd", Oldenzaal.Reviewer("welzijn").DeputyId);
        Assert.StartsWith("U begint", Oldenzaal.Duties.Single(duty => duty.Code == "start-within-a-year").Text, StringComparison.Ordinal);
        Assert.Equal("Zuid-Berghuizen", Oldenzaal.Neighbourhood("zuid-berghuizen").Name);
        Assert.StartsWith("Awb 4:25", Oldenzaal.RefusalReason("ceiling-reached").Article, StringComparison.Ordinal);
        Assert.Equal("Fatma Yildiz", Oldenzaal.CouncilMember("raadslid-2").Name);
        Assert.True(Oldenzaal.HasTheme("gezond-leven"));
        Assert.False(Oldenzaal.HasTheme(null));
        Assert.True(Oldenzaal.HasNeighbourhood("de-thij"));
        Assert.False(Oldenzaal.HasNeighbourhood("Enschede"));
        Assert.Throws<KeyNotFoundException>(() => Oldenzaal.Theme("onbekend"));
    }

    [Fact]
    public void Default_Values_AreThoseOfTheDesign()
    {
        Assert.Equal(Term.Parse("8 weken"), Oldenzaal.Terms.Decision);
        Assert.Equal(DecisionSource.ByLaw, Oldenzaal.Terms.DecisionSource);
        Assert.Equal(Term.Parse("14 dagen"), Oldenzaal.Terms.Recovery);
        Assert.Equal(Term.Parse("6 weken"), Oldenzaal.Terms.Objection);
        Assert.Equal(Term.Parse("5 werkdagen"), Oldenzaal.Council.Window);
        Assert.Equal(new Limits(3, 12), Oldenzaal.Limits);
        Assert.Equal(0, Oldenzaal.SupportersNeeded);
        Assert.False(Oldenzaal.Mail.CodesInsteadOfLinks);
        Assert.Equal(new DocumentRules(5, 10), Oldenzaal.Documents);
        Assert.False(Oldenzaal.WorkingDays.IsWorkingDay(new DateOnly(2026, 5, 15)));
        Assert.Equal(6, Oldenzaal.Rubric.Count);
    }

    [Theory]
    [InlineData(PotYearBy.Receipt, "2026-12-10", "2027-01-15", 2026)]
    [InlineData(PotYearBy.Start, "2026-12-10", "2027-01-15", 2027)]
    [InlineData(PotYearBy.Start, "2026-12-10", null, 2026)]
    [InlineData(PotYearBy.Start, "2026-12-10", "2028-01-15", 2027)] // no such pot: the last
    [InlineData(PotYearBy.Receipt, "2028-01-01", null, 2027)]
    [InlineData(PotYearBy.Receipt, "2025-06-01", null, 2026)] // none yet: the next
    public void PotYearOf_AnApplication_GoesByThePolicyAndElseToTheNextPotOrTheLast(PotYearBy by, string receivedOn, string? startsOn, int year) =>
        Assert.Equal(year, (Oldenzaal with { PotYearBy = by }).PotYearOf(Days.Of(receivedOn), startsOn is null ? null : Days.Of(startsOn)));

    [Theory]
    [InlineData("2026-01-31", false, 2026)]
    [InlineData("2026-02-01", true, 2026)]
    [InlineData("2026-03-01", true, 2026)]
    [InlineData("2026-03-02", false, 2027)]
    public void PotYearOf_PotWithARound_IsTheNextOneAfterIt(string day, bool isOpen, int year)
    {
        var round = new Round(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), new DateOnly(2026, 5, 1));
        var policy = Oldenzaal with { Pots = [Oldenzaal.Pots[0] with { Division = new Division(DivisionRule.Strict, Round: round) }, Oldenzaal.Pots[1]] };

        Assert.Equal((isOpen, year), (policy.IsOpenOn(Days.Of(day)), policy.PotYearOf(Days.Of(day), null)));
        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2026, 12, 31)), (policy.Pots[0].WaitsUntil, Oldenzaal.Pots[0].WaitsUntil));
    }

    [Theory]
    [InlineData("2026-12-31", true, "2027-01-01")]
    [InlineData("2027-12-31", true, null)]
    [InlineData("2028-01-01", false, null)]
    [InlineData("2025-12-31", false, "2026-01-01")]
    public void IsOpenOn_Day_SaysWhetherOneCanApplyAndOtherwiseFromWhen(string day, bool isOpen, string? opens)
    {
        Assert.Equal(isOpen, Oldenzaal.IsOpenOn(Days.Of(day)));
        Assert.Equal(opens is null ? null : Days.Of(opens), Oldenzaal.OpensAfter(Days.Of(day)));
    }

    [Fact]
    public void PotFor_Year_IsThatPotOrNothing()
    {
        Assert.Equal(Euro.Whole(250_000), Oldenzaal.PotFor(2026)?.Total);
        Assert.Equal(new DateOnly(2027, 12, 31), Oldenzaal.PotFor(2027)?.ClosesOn);
        Assert.Null(Oldenzaal.PotFor(2028));
    }

    [Fact]
    public void Default_Addresses_AreReserved() =>
        Assert.All(
            Oldenzaal.Reviewers.Select(reviewer => reviewer.Email)
                .Concat(Oldenzaal.Council.Members.Select(member => member.Email))
                .Append(Oldenzaal.Municipality.Email)
                .Append(Oldenzaal.Municipality.Coordinator.Email),
            email => Assert.EndsWith(".example", email, StringComparison.Ordinal));

    [Fact]
    public void AddPolicy_WithoutSetting_TakesTheFileBesideTheApp()
    {
        using var services = new ServiceCollection().AddPolicy(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Equal(Oldenzaal.Version, services.GetRequiredService<Policy>().Version);
    }

    [Fact]
    public void AddPolicy_WithSetting_TakesThatFile()
    {
        using var draft = new PolicyDraft(json => json["version"] = "demo");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Policy:File", draft.File)]).Build();

        using var services = new ServiceCollection().AddPolicy(configuration).BuildServiceProvider();

        Assert.Equal("demo", services.GetRequiredService<Policy>().Version);
    }

    [Fact]
    public void Names_OfWhatWasTakenOut_FollowFromTheId()
    {
        Assert.Equal("Oude wijk", Oldenzaal.NeighbourhoodName("oude-wijk"));
        Assert.Equal("Een oud thema", Oldenzaal.ThemeName("een-oud-thema"));
    }

    [Fact]
    public void Band_ForAnAmountAboveTheBandsOfACase_IsTheHighest() =>
        Assert.Equal("regie", Band.For(Oldenzaal.Bands, new Euro(50_000_01)).Id);
}
