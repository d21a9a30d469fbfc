using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class VerdictWordsTests
{
    [Fact]
    public void GroundsIn_Codes_GivesEachWithItsArticleInFull()
    {
        var refusal = Cases.VerdictOf(VerdictKind.Decline) with { RefusalCodes = ["will-not-take-place", "costs"] };

        Assert.Equal(
            [
                "Wij verwachten dat de activiteit niet of niet helemaal doorgaat. (Algemene wet bestuursrecht, artikel 4:35, eerste lid, onder a)",
                "De kosten zijn te hoog voor wat het plan oplevert. (Subsidieregeling bewonersinitiatieven, artikel 7)",
            ],
            refusal.GroundsIn(Cases.Policy));
    }

    [Fact]
    public void DutiesIn_CodesAndOwnWords_GivesOwnWordsLast()
    {
        var grant = Cases.VerdictOf(VerdictKind.Approve) with { ConditionCodes = ["permit"], Conditions = "Ruim op." };

        Assert.Equal(
            ["U vraagt eerst de vergunning aan die voor uw activiteit nodig is.", "Ruim op."], grant.DutiesIn(Cases.Policy));
        Assert.Empty(Cases.VerdictOf(VerdictKind.Approve).DutiesIn(Cases.Policy));
    }

    [Fact]
    public void CodesThatLeftThePolicy_AreCalledByWhatTheySay()
    {
        var old = Cases.VerdictOf(VerdictKind.Decline) with { RefusalCodes = ["te-duur"], ConditionCodes = ["buren-vertellen"] };

        Assert.Equal(["Te duur."], old.GroundsIn(Cases.Policy));
        Assert.Equal(["Buren vertellen."], old.DutiesIn(Cases.Policy));
    }
}
