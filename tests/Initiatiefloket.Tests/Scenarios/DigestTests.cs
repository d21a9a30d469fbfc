using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The weekly digest for the council, Sunday at seven in the evening.</summary>
public sealed class DigestTests(DigestFixture fixture) : IClassFixture<DigestFixture>
{
    private const string Rob = "r.hesselink@raad.oldenzaal.example";
    private static readonly TimeSpan DigestHour = TimeSpan.FromHours(19);

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Digest_TellsWhatChangedSinceTheLastOneAndIsNotSentWithoutNews()
    {
        await FirstLookAsync();
        var first = await ApplyAsync("oud nieuws");
        await SundayAsync();
        var second = await ApplyAsync("vers nieuws");
        var before = (await DigestsAsync(Rob)).Count;

        await SundayAsync();
        Assert.Equal("Plan: vers nieuws: in behandeling", (await DigestsAsync(Rob))[0].Subject);

        await SundayAsync();
        Assert.Equal(before + 1, (await DigestsAsync(Rob)).Count);

        await fixture.Town.ApproveAsync(Townspeople.Reviewer, first, "1.200");
        await fixture.Cases.MailedAsync(first, "payment");
        await SundayAsync();
        Assert.Equal(before + 2, await CountAsync(Rob));
        var digest = await Post.WaitForAsync(Rob, "Plan: oud nieuws: toegekend (€\u00A01.200)");
        Assert.Contains("gereserveerd", digest.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("vers nieuws", digest.Text!, StringComparison.Ordinal);
        using var rob = fixture.Host.NewVisitor();
        Assert.Equal("Initiatieven van inwoners", (await rob.OpenAsync(digest.Link)).Heading);
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, second);
    }

    [Fact]
    public async Task Digest_WhenTheMailServiceFailsHalfWay_TellsEverybodyEverythingOnce()
    {
        await FirstLookAsync();
        var id = await ApplyAsync("halverwege");
        var (henk, fatma, rob) = (await CountAsync(Townspeople.Henk), await CountAsync(Townspeople.Fatma), await CountAsync(Rob));
        var sunday = NextDigest();

        fixture.CutAfter(mails: 2);
        fixture.Clock.SetUtcNow(sunday);
        await Eventually.FindAsync("the digest of the second member", async () =>
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            return await CountAsync(Townspeople.Fatma) > fatma ? "sent" : null;
        });
        await fixture.Town.DeclineAsync(Townspeople.Reviewer, id);
        await fixture.Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.Equal(rob, await CountAsync(Rob));
        fixture.Mend();
        await fixture.PassTimeUntilAsync("the digest of the last member", async () => await CountAsync(Rob) > rob ? "sent" : null);
        await fixture.Host.Durable.IdleAsync();

        Assert.Equal((henk + 1, rob + 1), (await CountAsync(Townspeople.Henk), await CountAsync(Rob)));
        await SundayAsync();
        Assert.Equal((henk + 2, rob + 2), (await CountAsync(Townspeople.Henk), await CountAsync(Rob)));
        Assert.EndsWith("niet toegekend", (await DigestsAsync(Townspeople.Henk))[0].Subject, StringComparison.Ordinal);
    }

    /// <summary>Lets the app look who wants the digest, as it did each hour before: whoever is seen for the first time has no earlier moment to make good.</summary>
    private Task<string> FirstLookAsync() => Eventually.FindAsync("the first look", async () =>
    {
        fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        return await fixture.Host.Workflows.GetInstanceAsync("council-digest") is { IsCompleted: true } look ? look.InstanceId : null;
    });

    private async Task<string> ApplyAsync(string about)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about));
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        return id;
    }

    private async Task<int> CountAsync(string member) => (await DigestsAsync(member)).Count;

    /// <summary>The digests of a member, newest first, without their texts: members get no other mail here.</summary>
    private Task<IReadOnlyList<MailSeen>> DigestsAsync(string member) => Post.ToAsync(member);

    /// <summary>Moves to the next moment of the digest, and on until the look of an hour since then is done, mails or not.</summary>
    private async Task SundayAsync()
    {
        var sunday = NextDigest();
        fixture.Clock.SetUtcNow(sunday);
        await Eventually.FindAsync("the end of the digest", async () =>
        {
            // Where a look began while the clock was on its way, the next one finds the same moment.
            fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            return await fixture.Host.Workflows.GetInstanceAsync("council-digest") is { IsCompleted: true } digest && digest.CreatedAt >= sunday ? digest.InstanceId : null;
        });
    }

    private DateTimeOffset NextDigest()
    {
        var now = fixture.Clock.GetUtcNow();
        var today = LocalTime.DayOf(now);
        var sunday = LocalTime.StartOf(today.AddDays((7 - (int)today.DayOfWeek) % 7)) + DigestHour;
        return sunday > now ? sunday : LocalTime.StartOf(today.AddDays(((7 - (int)today.DayOfWeek) % 7) + 7)) + DigestHour;
    }
}
