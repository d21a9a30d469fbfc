using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A running case outlives a policy that no longer has its theme, its neighbourhood or its amount.</summary>
public sealed class ChangedPolicyTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Pages_OfACaseThatThePolicyNoLongerAllows_GoOnByItsOwnRules()
    {
        var proposal = Townspeople.Resident("oude regels", "20.000");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        using var policy = new PolicyDraft(json =>
        {
            json["neighbourhoods"]!.AsArray().RemoveAll(part => part!["id"]!.GetValue<string>() == proposal.Neighbourhood);
            json["themes"]!.AsArray().RemoveAll(theme => theme!["id"]!.GetValue<string>() == proposal.Theme);
            foreach (var reviewer in json["reviewers"]!.AsArray())
            {
                reviewer!["themes"]!.AsArray().RemoveAll(theme => theme!.GetValue<string>() == proposal.Theme);
            }

            json["bands"]!.AsArray().RemoveAt(2);
        });

        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        using var person = fixture.Host.NewVisitor();
        var status = await OpenAsync(person, proposal.Email, $"aanvraag {id} ontvangen");
        Assert.Equal(HttpStatusCode.OK, status.Status);
        Assert.Contains("De thij", status.Text, StringComparison.Ordinal);
        Assert.Contains("Meedoen en ontmoeten", status.Text, StringComparison.Ordinal);
        var review = await OpenAsync(person, Townspeople.Reviewer, $"Beslis: …initiatief {id}");
        Assert.Contains("Bij dit bedrag beslist de raad.", review.Text, StringComparison.Ordinal);
        await fixture.Town.ConfirmAsync(person, await person.DecideAsync(review, "Ken toe", Decisions.Approval(review)), Townspeople.Reviewer);
        var second = await OpenAsync(person, Townspeople.SecondReviewer, $"Beslis: …initiatief {id}");
        await fixture.Town.ConfirmAsync(person, await person.DecideAsync(second, "Ken toe", Decisions.Approval(second)), Townspeople.SecondReviewer);
        await fixture.Cases.ReachAsync(id, InitiativeState.CouncilDecides);
    }

    // The app came back at another address than the one in the mail.
    private async Task<PageSeen> OpenAsync(Visitor person, string email, string subject) =>
        await person.OpenAsync(new Uri((await fixture.Host.Post.WaitForAsync(email, subject)).Link).AbsolutePath);
}
