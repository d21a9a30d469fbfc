using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Links;

[Collection(nameof(OnStorage))]
public sealed class LinkHoldersTests(AppStorage storage)
{
    private static readonly Actor Council = Actor.CouncilMember("raadslid-1");

    [Theory]
    [InlineData("reviewer:welzijn")]
    [InlineData("council:raadslid-1")]
    [InlineData("coordinator")]
    public async Task IsForFormerAddress_AddressAsItWas_IsNot(string person) =>
        Assert.False(await IsFormerAsync(Actor.Read(person), Cases.Policy, WithReviewerAt("E.Kamphuis@Oldenzaal.example")));

    [Fact]
    public async Task IsForFormerAddress_AnotherAddress_Is() =>
        Assert.True(await IsFormerAsync(Cases.Reviewer, Cases.Policy, WithReviewerAt("ellen@oldenzaal.example")));

    [Fact]
    public async Task IsForFormerAddress_NotInThePolicyAnyMore_Is() =>
        Assert.True(await IsFormerAsync(Cases.Reviewer, Cases.Policy, Cases.Policy with { Reviewers = [] }));

    [Fact]
    public async Task IsForFormerAddress_MadeForTheCoordinatorInPlaceOfWhoLeft_IsNot()
    {
        var without = Cases.Policy with { Reviewers = [] };

        Assert.False(await IsFormerAsync(Cases.Reviewer, without, without));
        Assert.True(await IsFormerAsync(Cases.Reviewer, without, Cases.Policy));
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("supporter:abc")]
    public async Task AddressKeyOf_WhomThePolicyDoesNotName_IsNothing(string person)
    {
        Assert.Null(await HoldersOf(Cases.Policy).AddressKeyOfAsync(Actor.Read(person), CancellationToken.None));
        Assert.False(await IsFormerAsync(Actor.Read(person), Cases.Policy, Cases.Policy));
    }

    [Fact]
    public async Task IsForFormerAddress_WithoutKey_Is() =>
        Assert.True(await HoldersOf(Cases.Policy).IsForFormerAddressAsync(LinkOf(Cases.Reviewer, addressKey: null), CancellationToken.None));

    [Fact]
    public async Task IsForFormerAddress_MadeUnderAFormerSecret_IsNot()
    {
        var key = await HoldersOf(Cases.Policy).AddressKeyOfAsync(Cases.Reviewer, CancellationToken.None);
        var now = new LinkHolders(new People(Cases.Policy, storage.Initiatives), new LinkIndex(storage.Tables, storage.HashWith(2), storage.Initiatives));

        Assert.NotEqual(key, await now.AddressKeyOfAsync(Cases.Reviewer, CancellationToken.None));
        Assert.False(await now.IsForFormerAddressAsync(LinkOf(Cases.Reviewer, key), CancellationToken.None));
        Assert.True(await now.IsForFormerAddressAsync(LinkOf(Actor.CouncilMember("raadslid-1"), key), CancellationToken.None));
    }

    private async Task<bool> IsFormerAsync(Actor person, Policy made, Policy opened)
    {
        var key = await HoldersOf(made).AddressKeyOfAsync(person, CancellationToken.None);
        return await HoldersOf(opened).IsForFormerAddressAsync(LinkOf(person, key), CancellationToken.None);
    }

    private LinkHolders HoldersOf(Policy policy) =>
        new(new People(policy, storage.Initiatives), new LinkIndex(storage.Tables, storage.Hash, storage.Initiatives));

    private static Link LinkOf(Actor person, string? addressKey) =>
        new(LinkPurpose.Review, Cases.Id, person, 1, Cases.ReceivedAt.AddDays(60)) { AddressKey = addressKey };

    private static Policy WithReviewerAt(string email) =>
        Cases.Policy with { Reviewers = [Cases.Policy.Reviewers[0] with { Email = email }, .. Cases.Policy.Reviewers.Skip(1)] };
}
