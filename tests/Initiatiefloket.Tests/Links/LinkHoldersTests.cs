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
        var now = new LinkHolders(new People(Cases.Policy, storage.Initiatives), new LinkIndex(storage.Tables, storage.HashWith(2), storage.Initiatives), TimeProvider.System);

        Assert.NotEqual(key, await now.AddressKeyOfAsync(Cases.Reviewer, CancellationToken.None));
        Assert.False(await now.IsForFormerAddressAsync(LinkOf(Cases.Reviewer, key), CancellationToken.None));
        Assert.True(await now.IsForFormerAddressAsync(LinkOf(Actor.CouncilMember("raadslid-1"), key), CancellationToken.None));
    }

    private async Task<bool> IsFormerAsync(Actor person, Policy made, Policy opened)
    {
        var key = await HoldersOf(made).AddressKeyOfAsync(person, CancellationToken.None);
        return await HoldersOf(opened).IsForFormerAddressAsync(LinkOf(person, key), CancellationToken.None);
    }

    [Theory]
    [InlineData("raadslid-1", true)]
    [InlineData("raadslid-2", false)]
    [InlineData("raadslid-99", false)] // left the policy: found by the address
    public void IsOutOfOffice_MemberOnOtherDays_Is(string member, bool isOut)
    {
        var members = Cases.Policy.Council.Members;
        var holders = HoldersOf(Cases.Policy with { Council = Cases.Policy.Council with { Members = [members[0] with { Until = new DateOnly(2020, 1, 1) }, members[1]] } });

        Assert.Equal(isOut, holders.IsOutOfOffice(LinkOf(Actor.CouncilMember(member), addressKey: null)));
    }

    private LinkHolders HoldersOf(Policy policy) =>
        new(new People(policy, storage.Initiatives), new LinkIndex(storage.Tables, storage.Hash, storage.Initiatives), TimeProvider.System);

    private static Link LinkOf(Actor person, string? addressKey) =>
        new(LinkPurpose.Review, Cases.Id, person, 1, Cases.ReceivedAt.AddDays(60)) { AddressKey = addressKey };

    private static Policy WithReviewerAt(string email) =>
        Cases.Policy with { Reviewers = [Cases.Policy.Reviewers[0] with { Email = email }, .. Cases.Policy.Reviewers.Skip(1)] };
}
