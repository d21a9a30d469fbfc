namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Cases of one theme, in a town with two reviewers for it.</summary>
public sealed class AssignmentTests(TwoReviewersFixture fixture) : IClassFixture<TwoReviewersFixture>
{
    [Fact]
    public async Task Cases_OfOneTheme_AreDividedByLoad()
    {
        var first = await ApplyAsync("eerste", "welzijn");
        await ApplyAsync("tweede", "jeugd");
        await ApplyAsync("derde", "welzijn");

        await fixture.Town.DeclineAsync(Townspeople.Reviewer, first);
        await fixture.Cases.MailedAsync(first, "decision");
        await ApplyAsync("vierde", "welzijn");
        await ApplyAsync("vijfde", "jeugd");
    }

    private async Task<string> ApplyAsync(string about, string reviewer)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about));
        await fixture.Cases.MailedAsync(id, $"review-1-invite-reviewer:{reviewer}");
        return id;
    }
}
