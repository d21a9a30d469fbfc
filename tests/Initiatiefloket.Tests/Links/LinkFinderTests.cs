using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Links;

[Collection(nameof(OnStorage))]
public sealed class LinkFinderTests(AppStorage storage)
{
    private readonly LinkIndex _index = new(storage.Tables, storage.Hash, storage.Initiatives);

    [Fact]
    public async Task Find_Applicant_IsFoundByAnyWayOfWritingTheAddress()
    {
        await storage.PutAsync(Cases.InReview with { Id = "F-1" });
        await _index.RememberAsync(Actor.Applicant, LinkPurpose.Status, "F-1", CancellationToken.None);
        await _index.RememberAsync(Actor.Applicant, LinkPurpose.ConfirmEmail, "F-1", CancellationToken.None);

        var found = await FindAsync(" Truus@Bewoner.Example ");

        Assert.Equal(Cases.Applicant.Email, found.To!.Email);
        Assert.Single(found.Links, link => link.Initiative.Id == "F-1");
    }

    [Fact]
    public async Task Find_AddressThatIsNoLongerTheApplicants_IsNothing()
    {
        await storage.PutAsync(Cases.InReview with { Id = "F-2" });
        var key = await _index.KeyOfAsync("oud@bewoner.example", CancellationToken.None);
        await storage.Tables.GetTableClient("LinkIndex").UpsertEntityAsync(new Azure.Data.Tables.TableEntity(key, "F-2|Status"));

        Assert.Equal((null, 0), await FindAsync("oud@bewoner.example") is var found ? (found.To, found.Links.Count) : default);
    }

    [Fact]
    public async Task Find_Professional_GetsWhatWaitsForThemAndForgetsWhatIsOver()
    {
        await storage.PutAsync(Cases.InReview with { Id = "F-3" });
        await storage.PutAsync(Cases.In(InitiativeState.Rejected) with { Id = "F-4" });
        foreach (var id in new[] { "F-3", "F-4" })
        {
            await _index.RememberAsync(Actor.Reviewer("welzijn"), LinkPurpose.Review, id, CancellationToken.None);
        }

        var found = await FindAsync("e.kamphuis@oldenzaal.example");

        Assert.Equal("e.kamphuis@oldenzaal.example", found.To!.Email);
        Assert.Contains(found.Links, link => link is { Initiative.Id: "F-3", Link.Purpose: LinkPurpose.Review });
        Assert.DoesNotContain(await _index.FindProfessionalsAsync(Actor.Reviewer("welzijn"), CancellationToken.None), held => held.InitiativeId == "F-4");
    }

    [Fact]
    public async Task KeyOf_HostWithOtherLetters_IsTheSameForEachWayOfWritingIt() => Assert.Equal(
        await _index.KeyOfAsync("jan@bücher.example", CancellationToken.None), await _index.KeyOfAsync("Jan@xn--bcher-kva.example", CancellationToken.None));

    [Fact]
    public async Task Find_UnknownAddress_IsNothing() => Assert.Empty((await FindAsync("niemand@bewoner.example")).Links);

    [Fact]
    public async Task Find_ApplicantStoredUnderAFormerSecret_IsFoundOnce()
    {
        await storage.PutAsync(Cases.InReview with { Id = "F-5" });
        await _index.RememberAsync(Actor.Applicant, LinkPurpose.Status, "F-5", CancellationToken.None);
        var now = new LinkIndex(storage.Tables, storage.HashWith(2), storage.Initiatives);

        var found = await FindAsync(now, Cases.Applicant.Email);
        Assert.Single(found.Links, link => link.Initiative.Id == "F-5");

        await now.RememberAsync(Actor.Applicant, LinkPurpose.Status, "F-5", CancellationToken.None);
        Assert.Single((await FindAsync(now, Cases.Applicant.Email)).Links, link => link.Initiative.Id == "F-5");
        Assert.Single(await now.FindApplicantsAsync([.. (await now.KeysOfAsync(Cases.Applicant.Email, CancellationToken.None)).Take(1)], CancellationToken.None));
    }

    private Task<LinksFound> FindAsync(string email) => FindAsync(_index, email);

    private async Task<LinksFound> FindAsync(LinkIndex index, string email)
    {
        var book = new People(Cases.Policy, storage.Initiatives);
        var finder = new LinkFinder(index, storage.Initiatives, book, Cases.Policy, new ManualClock(Cases.ReceivedAt.AddDays(2)));
        return await finder.FindAsync(await index.KeysOfAsync(email, CancellationToken.None), CancellationToken.None);
    }
}
