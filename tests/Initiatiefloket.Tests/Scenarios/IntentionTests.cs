using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A refusal on a ground of Awb 4:35: the applicant hears of it first and may answer (4:7, 4:12), over real HTTP, storage and replay.</summary>
public sealed class IntentionTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly (string, string)[] OnAccounting = [("grond", "accounting"), ("redenen", "De begroting klopt niet.")];

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Decline_Answered_IsDecidedAnewAndTheLetterSaysSo()
    {
        var (proposal, id) = await IntendAsync("reageert");
        using var resident = fixture.Host.NewVisitor();
        var mail = await Post.WaitForAsync(proposal.Email, $"Voornemen over uw initiatief {id}");

        // The letter stands there once it is noted that its mail was taken.
        var status = await Eventually.FindAsync("the letter", async () =>
            await resident.OpenAsync(mail.Link) is var page && page.Text.Contains("Brief: voornemen", StringComparison.Ordinal) ? page : null);
        Assert.Contains("Wij zijn van plan om uw aanvraag af te wijzen", status.Text, StringComparison.Ordinal);
        var intention = (await resident.OpenAsync(status.LinkTo("Brief: voornemen"))).Document.Body!.TextContent;
        Assert.Contains("artikel 4:35, eerste lid, onder c", intention, StringComparison.Ordinal);
        Assert.Contains("Dit is nog geen besluit.", intention, StringComparison.Ordinal);
        Assert.DoesNotContain("bezwaar maken bij", intention, StringComparison.Ordinal);

        var page = await resident.OpenAsync(status.LinkTo("Reageer op ons voornemen"));
        await resident.PressAsync(page, "Verstuur antwoorden", [.. page.FieldsLike("antwoord[").Select(field => (field, "Ik heb een boekhouder."))]);
        await DeclineAgainAsync(id);

        Assert.Contains("Ik heb een boekhouder.", await RefusalAsync(proposal.Email, id), StringComparison.Ordinal);
        Assert.Equal([LetterKind.Intention, LetterKind.Refusal], (await fixture.Cases.GetAsync(id)).Letters.Select(letter => letter.Kind));
        Assert.Empty((await fixture.Cases.GetAsync(id)).Clock!.Suspensions);
    }

    [Fact]
    public async Task Decline_NotAnswered_GoesOnWithoutAnAnswer()
    {
        var (proposal, id) = await IntendAsync("zwijgt");
        await Post.WaitForAsync(proposal.Email, $"Voornemen over uw initiatief {id}");

        fixture.Clock.Advance(TimeSpan.FromDays(8));
        await Post.WaitForAsync(proposal.Email, $"Herinnering: vraag over uw initiatief {id}");
        fixture.Clock.Advance(TimeSpan.FromDays(8));
        await DeclineAgainAsync(id);

        Assert.Contains("U heeft niet gereageerd.", await RefusalAsync(proposal.Email, id), StringComparison.Ordinal);
    }

    private async Task<(Proposal Proposal, string Id)> IntendAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        var id = await Town.ApplyAsync(proposal);
        await Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", "Wijs af", OnAccounting);
        return (proposal, id);
    }

    private async Task DeclineAgainAsync(string id)
    {
        await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2);
        await Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", "Wijs af", OnAccounting);
        await fixture.Cases.ReachAsync(id, InitiativeState.Rejected);
    }

    private async Task<string> RefusalAsync(string email, string id)
    {
        var status = await Post.WaitForAsync(email, $"Besluit over uw initiatief {id}");
        using var resident = fixture.Host.NewVisitor();
        return await Eventually.FindAsync("the refusal", async () =>
        {
            var page = await resident.OpenAsync(status.Link);
            return page.Text.Contains("Brief: afwijzing", StringComparison.Ordinal)
                ? (await resident.OpenAsync(page.LinkTo("Brief: afwijzing"))).Document.Body!.TextContent
                : null;
        });
    }
}
