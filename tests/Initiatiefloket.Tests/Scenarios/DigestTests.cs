using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The weekly digest for the council, Sunday at 17:00 UTC.</summary>
public sealed class DigestTests(DigestFixture fixture) : IClassFixture<DigestFixture>
{
    private const string Subject = "Bewonersinitiatieven: ";
    private const string Rob = "r.hesselink@raad.oldenzaal.example";
    private static readonly TimeSpan DigestHour = TimeSpan.FromHours(17);

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Digest_TellsWhatChangedSinceTheLastOneAndIsNotSentWithoutNews()
    {
        var first = await ApplyAsync("oud nieuws");
        await SundayAsync();
        var second = await ApplyAsync("vers nieuws");
        var before = await DigestsAsync(Rob);

        await SundayAsync();
        var digest = await Post.WaitForAsync(Rob, Subject, before + 1);
        Assert.Contains("Plan: vers nieuws", digest.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan: oud nieuws", digest.Text!, StringComparison.Ordinal);

        await SundayAsync();
        Assert.Equal(before + 1, await DigestsAsync(Rob));

        await fixture.Town.ApproveAsync(Townspeople.Reviewer, first, "1.200");
        await fixture.Cases.MailedAsync(first, "payment");
        await SundayAsync();
        digest = await Post.WaitForAsync(Rob, Subject, before + 2);
        Assert.Contains("TOEGEKEND", digest.Text!, StringComparison.Ordinal);
        Assert.Contains("Dit helpt de wijk vooruit.", digest.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("vers nieuws", digest.Text!, StringComparison.Ordinal);
        Assert.Equal("Plan: oud nieuws", (await fixture.Town.OpenAsync(Rob, Subject)).Heading);
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, second);
    }

    [Fact]
    public async Task Digest_WhenTheMailServiceFailsHalfWay_TellsEverybodyEverythingOnce()
    {
        var id = await ApplyAsync("halverwege");
        var (henk, rob) = (await DigestsAsync(Townspeople.Henk), await DigestsAsync(Rob));

        fixture.CutAfter(mails: 2);
        fixture.Clock.SetUtcNow(NextDigest());
        await Post.WaitForAsync(Townspeople.Fatma, Subject, await DigestsAsync(Townspeople.Fatma) + 1);
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, id);
        await fixture.Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.Equal(rob, await DigestsAsync(Rob));
        fixture.Mend();
        await fixture.PassTimeUntilAsync("the end of the digest", FindEndedAsync);

        Assert.Equal((henk + 1, rob + 1), (await DigestsAsync(Townspeople.Henk), await DigestsAsync(Rob)));
        await SundayAsync();
        Assert.Equal((henk + 2, rob + 2), (await DigestsAsync(Townspeople.Henk), await DigestsAsync(Rob)));
        Assert.Contains("NIET TOEGEKEND", (await Post.WaitForAsync(Townspeople.Henk, Subject)).Text!, StringComparison.Ordinal);
    }

    private async Task<string> ApplyAsync(string about)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about));
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return id;
    }

    private async Task<int> DigestsAsync(string member) => (await Post.AboutAsync(member, Subject)).Count;

    /// <summary>Moves to the next moment of the digest and waits until it is done, mails or not.</summary>
    private async Task SundayAsync()
    {
        fixture.Clock.SetUtcNow(NextDigest());
        await Eventually.FindAsync("the end of the digest", FindEndedAsync);
    }

    private DateTimeOffset NextDigest()
    {
        var now = fixture.Clock.GetUtcNow();
        var sunday = new DateTimeOffset(now.Date.AddDays((7 - (int)now.DayOfWeek) % 7), TimeSpan.Zero) + DigestHour;
        return sunday > now ? sunday : sunday.AddDays(7);
    }

    private async Task<string?> FindEndedAsync()
    {
        var lastDigest = NextDigest().AddDays(-7);
        var digest = await fixture.Host.Workflows.GetInstanceAsync("council-digest");
        return digest is { IsCompleted: true } && digest.CreatedAt >= lastDigest ? digest.InstanceId : null;
    }
}
