namespace Initiatiefloket.Tests.Road;

/// <summary>What a case costs: each request to storage is paid for, and waited for.</summary>
public sealed class EconomyTests(CountedFixture fixture) : IClassFixture<CountedFixture>
{
    [Fact]
    public async Task Case_InBandVrij_FromConfirmToLetterAsksNoMoreOfStorageThanThis()
    {
        // One before it, for what an app asks once.
        await PlayAsync("de eerste");

        await PlayAsync("zuinig");

        AssertAtMost(78);
    }

    [Fact]
    public async Task FormPage_Shown_TakesOneRead()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");
        fixture.StartCount();

        await resident.OpenAsync(first.Address.ToString());

        AssertAtMost(1);
    }

    private async Task PlayAsync(string about)
    {
        var proposal = People.Resident(about, "900");
        await fixture.Town.FillInAsync(proposal);
        fixture.StartCount();
        var id = await fixture.Town.ConfirmAsync(proposal.Email);
        await fixture.Town.ApproveAsync(People.Reviewer, id, "900");
        await fixture.Host.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(id);
    }

    private void AssertAtMost(int most)
    {
        var counted = fixture.Counted;
        var total = counted.Sum(one => one.Times);
        Assert.True(total <= most, $"{total} requests, at most {most} expected:\n{string.Join('\n', counted.Select(one => $"{one.Times,4} {one.Request}"))}");
    }
}
