using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The whole road by codes from mails, for a municipality that forbids links in them.</summary>
public sealed class CodesTests(CodesFixture fixture) : IClassFixture<CodesFixture>
{
    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Case_FromFormToCouncil_NeedsNoLinkInAnyMail()
    {
        var proposal = Townspeople.Resident("met codes", "4.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(Townspeople.Reviewer, id, "Waar?");
        await Town.AnswerAsync(proposal.Email, id, "In het wijkhuis.");
        await fixture.Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await fixture.Cases.MailedAsync(id, "council-raadslid-5");
        await Town.FollowAsync(Townspeople.Henk, "met codes", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Town.FollowAsync(Townspeople.Fatma, "met codes", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await fixture.Cases.MailedAsync(id, "council-asked");
        await Town.RecordCouncilDecisionAsync(Townspeople.Coordinator, id, "toekennen", "Een goed plan.", new DateOnly(2026, 3, 2));
        await fixture.Cases.ReachAsync(id, InitiativeState.Granted);
        await fixture.Cases.MailedAsync(id, "decision");
        Assert.Contains("4.000", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);

        // The app looked who wants the digest before; on Sunday at seven in the evening in town it comes.
        await Eventually.FindAsync("the first look", async () =>
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            return await fixture.Host.Workflows.GetInstanceAsync("council-digest") is { IsCompleted: true } look ? look.InstanceId : null;
        });
        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 8, 18, 0, 0, TimeSpan.Zero));
        await Eventually.FindAsync("the digest", async () =>
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            return await Post.AboutAsync(Townspeople.Henk, "toegekend") is [var digest, ..] ? digest : null;
        });
        Assert.Equal("Initiatieven van inwoners", (await Town.OpenAsync(Townspeople.Henk, "toegekend")).Heading);
        Assert.All(await Post.AllAsync(), mail => Assert.Empty(mail.Links));
    }

    [Fact]
    public async Task Invitation_HasOneCodeWhichOpensThatCaseOnly()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("tweede code"));
        var mail = await Post.WaitForAsync(Townspeople.Reviewer, id);
        using var reviewer = fixture.Host.NewVisitor();

        var page = await reviewer.PressAsync(await reviewer.OpenAsync("/code"), "Verder", ("code", mail.Codes[^1]));

        Assert.Equal((1, "Plan: tweede code"), (mail.Codes.Count, page.Heading));
        Assert.Contains("Ken toe", page.Buttons);
    }

    [Fact]
    public async Task Code_TypedAnyhow_OpensItsPageAndAWrongOneSaysWhatToDo()
    {
        await Town.FillInAsync(Townspeople.Resident("slordig getypt"));
        var mail = await Post.WaitForAsync("slordig.getypt@bewoner.example", "Bevestig uw aanvraag");
        using var resident = fixture.Host.NewVisitor();
        var page = await resident.OpenAsync("/code");

        Assert.Equal(["Vul de code in die in uw mail staat."], (await resident.PressAsync(page, "Verder", ("code", " "))).Errors);
        Assert.StartsWith("Vul de 12 letters en cijfers", (await resident.PressAsync(page, "Verder", ("code", "K7M4"))).Errors[0], StringComparison.Ordinal);
        var wrong = await resident.PressAsync(page, "Verder", ("code", "2222-2222-2222"));
        Assert.StartsWith("Deze code kennen wij niet.", wrong.Errors[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        var typed = mail.Codes[0].ToLowerInvariant().Replace('-', ' ');
        Assert.Equal("Bevestig uw aanvraag", (await resident.PressAsync(wrong, "Verder", ("code", typed))).Heading);
    }
}
