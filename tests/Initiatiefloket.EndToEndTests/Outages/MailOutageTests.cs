using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Outages;

/// <summary>The mail service fails while a decision is mailed: the mails come later, and once.</summary>
[Collection(BesideTheKills.Name)]
public sealed class MailOutageTests(LoketFixture loket)
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public Task Mails_WhenTheServiceAnswersAFailure_ComeOnce(int status) =>
        AssertMailsComeOnceAsync($"status {status}", () => loket.Post.FailAsync(status, times: 3));

    [Fact]
    public Task Mails_WhenTheLineIsCutBeforeTheServiceHasThem_ComeOnce() => AssertMailsComeOnceAsync("lijn voor", () =>
    {
        loket.MailLine.CutBefore(times: 3);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Mails_WhenTheLineIsCutAfterTheServiceHasThem_ComeOnce() => AssertMailsComeOnceAsync("lijn na", () =>
    {
        loket.MailLine.CutAfter(times: 2);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Mails_WhenTheServiceHangs_ComeOnce()
    {
        var answering = Task.CompletedTask;

        await AssertMailsComeOnceAsync("zwijgt", () =>
        {
            loket.MailLine.Hang();
            answering = AnswerAfterAsync(loket.MailLine.Sends);
            return Task.CompletedTask;
        });

        await answering;
    }

    private async Task AssertMailsComeOnceAsync(string about, Func<Task> failAsync)
    {
        var proposal = Residents.With(about);
        var id = await loket.Town.ApplyAsync(proposal);
        await loket.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await failAsync();
        await loket.Town.ApproveAsync(Townspeople.Welfare, id, "1.200");

        await loket.Cases.MailedAsync(id, "payment");
        await loket.Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Single(await loket.Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}"));
        Assert.Single(await loket.Post.AboutAsync(Townspeople.Coordinator, $"Uitbetalen: {id}"));
    }

    /// <summary>The service answers again once a send hangs; that one has to be given up by the app itself.</summary>
    private async Task AnswerAfterAsync(int sends)
    {
        await Eventually.FindAsync("a send that hangs", () => Task.FromResult(loket.MailLine.Sends > sends ? this : null));
        loket.MailLine.Answer();
    }
}
