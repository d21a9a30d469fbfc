using Initiatiefloket.Confirming;
using Initiatiefloket.Links;
using Initiatiefloket.Tests.Initiatives;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Confirming;

public sealed class DecisionToConfirmTests
{
    private static readonly Link Mailed = new(LinkPurpose.Review, Cases.Id, Cases.Reviewer, 1, Cases.ReceivedAt.AddDays(60)) { AddressKey = "first" };

    [Fact]
    public void Of_AnotherLinkToTheSameAddress_HasTheSameName() =>
        Assert.Equal(Of(Mailed).Name, Of(Mailed with { ExpiresAt = Cases.ReceivedAt.AddDays(90) }).Name);

    [Fact]
    public void Of_AnotherAddressOrRound_HasAnotherName()
    {
        Assert.NotEqual(Of(Mailed).Name, Of(Mailed with { AddressKey = "second" }).Name);
        Assert.NotEqual(Of(Mailed).Name, Of(Mailed with { Round = 2 }).Name);
    }

    [Fact]
    public void Of_LinkFromAnotherMail_OrAnotherAct_HasAnotherName()
    {
        Assert.NotEqual(Of(Mailed).Name, Of(Mailed with { Root = "other" }).Name);
        Assert.NotEqual(Of(Mailed).Name, DecisionToConfirm.OfAct(Mailed, FormCollection.Empty, "conflict", "Betrokken").Name);
    }

    private static DecisionToConfirm Of(Link link) => DecisionToConfirm.Of(link, FormCollection.Empty, "Afwijzen");
}
