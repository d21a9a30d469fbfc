using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Review;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What people kept to go on with later is forgotten when the case is over for them.</summary>
public sealed class KeptFormsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");
    private static readonly Actor Youssef = Actor.Reviewer("jeugd");

    private static readonly string[] Both = ["AnswerDrafts", "ReviewDrafts"];

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    private IServiceProvider Services => fixture.Host.Services;

    [Fact]
    public async Task Forms_OfAWithdrawnCase_AreForgottenAndDoNotComeBack()
    {
        var proposal = Townspeople.Resident("ingetrokken na vraag");
        var id = await AskedAsync(proposal);
        var asked = await Cases.GetAsync(id);
        Assert.Equal(Both, await TablesAsync(id));

        await Town.WithdrawAsync(proposal.Email, id);

        await ForgottenAsync(id);
        await KeepLateAsync(asked);
        Assert.Empty(await TablesAsync(id));
    }

    [Fact]
    public async Task Answers_Sent_AreKeptNoLongerBesideTheCase()
    {
        var proposal = Townspeople.Resident("antwoord verstuurd");
        var id = await AskedAsync(proposal);

        await Town.AnswerAsync(proposal.Email, id, "De hele straat.");

        Assert.Equal(["ReviewDrafts"], await TablesAsync(id));
        Assert.Equal("De hele straat.", Assert.Single((await Cases.GetAsync(id)).VerdictOf(1)!.Questions).Answer);
    }

    [Fact]
    public async Task Form_OfWhoGaveThePlaceAway_IsForgottenWithTheDecision()
    {
        var id = await ApplyAsync(Townspeople.Resident("plaats afgegeven"));
        await KeepAsync(id);
        await Services.GetRequiredService<HandOvers>().HandOverAsync(
            fixture.Host.Workflows, await Cases.GetAsync(id), Ellen, Youssef, HandOverReason.Coordinator, Actor.Coordinator, CancellationToken.None);
        await Cases.MailedAsync(id, $"review-1-invite-{Youssef}");

        await Town.DeclineAsync(Townspeople.SecondReviewer, id);

        Assert.Empty(await TablesAsync(id));
    }

    /// <summary>A case whose reviewer kept a form and then asked something, and whose applicant kept an answer.</summary>
    private async Task<string> AskedAsync(Proposal proposal)
    {
        var id = await ApplyAsync(proposal);
        await KeepAsync(id);
        await Town.AskAsync(Townspeople.Reviewer, id, "Wie helpt er mee?");
        using var resident = fixture.Host.NewVisitor();
        var status = await Town.OpenAsync(proposal.Email, $"Vraag over uw initiatief {id}");
        var question = await resident.OpenAsync(status.LinkTo("Beantwoord de vraag"));
        await resident.PressAsync(question, "Bewaar en ga later verder", (Assert.Single(question.FieldsLike("antwoord[")), "Dat weet ik nog niet."));
        return id;
    }

    private async Task<string> ApplyAsync(Proposal proposal)
    {
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        return id;
    }

    private Task<PageSeen> KeepAsync(string id) =>
        Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", "Bewaar en ga later verder", ("redenen", "Dit kan niet, want"));

    /// <summary>Requests that read the case just before it was closed, and save just after.</summary>
    private async Task KeepLateAsync(Initiative before)
    {
        var link = new Link(LinkPurpose.Review, before.Id, Ellen, 1, fixture.Clock.GetUtcNow().AddDays(60));
        var verdicts = Services.GetRequiredService<Verdicts>();
        Assert.Null(await verdicts.KeepAsync(link, Forms.Approval, CancellationToken.None));
        await verdicts.KeepLateAsync(link, before, Forms.Approval, CancellationToken.None);
        var refusal = Forms.Read(Forms.Refusal)! with { Round = link.Round };
        await verdicts.VoteAsync(fixture.Host.Workflows, link, Forms.Refusal, refusal, CancellationToken.None);

        var answers = new AnswerForm(1, "", new Dictionary<string, string> { [before.VerdictOf(1)!.Questions[0].Id] = "Te laat." });
        var visit = new LinkVisit<AnswerForm>(new LinkVisit(new DefaultHttpContext().Request, "", link, before), answers);
        await Services.GetRequiredService<Answering>().KeepAsync(visit, new FormFileCollection(), CancellationToken.None);
    }

    private Task<string> ForgottenAsync(string id) =>
        Eventually.FindAsync($"the forms of {id} to be forgotten", async () => await TablesAsync(id) is [] ? id : null);

    /// <summary>The tables in which something is kept of a case.</summary>
    private async Task<IReadOnlyList<string>> TablesAsync(string id) =>
        [.. Both.Where((await Cases.VersionsAsync()).Select(row => row.Split(' ')).Where(row => row[1] == id).Select(row => row[0]).Contains)];
}
