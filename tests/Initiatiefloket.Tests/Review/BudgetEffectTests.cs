using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Budget;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review;

public sealed class BudgetEffectTests
{
    private static readonly PotBalance Pot = Pots.Of(3_000_00, 1_000_00);

    [Fact]
    public void Of_AnAmountThatFits_SaysWhatIsLeftAndWhoPays()
    {
        var effect = EffectOf("1.000");

        Assert.Equal((Euro.Whole(3000), Euro.Zero, 25m), (effect.After!.Value, effect.Missing, effect.Percentage));
        Assert.Equal([("Bron 0", Euro.Whole(750)), ("Bron 1", Euro.Whole(250))], effect.Shares!);
    }

    [Fact]
    public void Of_MoreThanThereIs_SaysWhatIsMissing()
    {
        var effect = EffectOf("4.500", asked: 5000);

        Assert.Equal((null, Euro.Whole(500)), (effect.After, effect.Missing));
        Assert.Null(effect.Shares);
    }

    [Theory]
    [InlineData("")]
    [InlineData("veel")]
    [InlineData("0")]
    [InlineData("2.001")]
    public void Of_NoAmountThatCanBeGranted_GoesByWhatIsAsked(string typed) => Assert.Equal(Euro.Whole(2000), EffectOf(typed).Amount);

    [Fact]
    public void Of_AHigherBand_NamesTheLowerOnes()
    {
        Assert.Empty(EffectOf("2.000").LowerBands);
        Assert.Equal(["vrij", "gedeeld"], EffectOf("20.000", asked: 20_000).LowerBands.Select(band => band.Id));
        Assert.Equal("regie", EffectOf("20.000", asked: 20_000).Band.Id);
    }

    [Fact]
    public void Of_APotThatWasNeverOpened_IsNoPartOfIt() =>
        Assert.Equal(0m, BudgetEffect.Of("", Euro.Whole(100), PotBalance.Empty(2026), Cases.Policy.Bands).Percentage);

    private static BudgetEffect EffectOf(string typed, int asked = 2000) => BudgetEffect.Of(typed, Euro.Whole(asked), Pot, Cases.Policy.Bands);
}
