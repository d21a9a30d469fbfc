using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The letter that a professional reads before the decision goes.</summary>
public sealed class DecisionPreviewTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Agree = "akkoord";
    private const string SendButton = "Verstuur het besluit";

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Grant_Pressed_ShowsTheLetterAndDecidesNothingYet()
    {
        var proposal = Townspeople.Resident("eerst lezen", "900");
        var (id, person, page) = await OpenAsync(proposal);
        using var _ = person;

        var preview = await person.PressAsync(page, "Ken toe", Decisions.Approval(page));

        Assert.Equal("Lees de brief voordat u hem verstuurt", preview.Heading);
        Assert.Contains("Toekennen: €\u00A0900", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Wmo", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Dit helpt de wijk vooruit.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("De aanvrager krijgt deze brief per mail.", preview.Text, StringComparison.Ordinal);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);

        // Not with the button alone: programs that scan mail press buttons.
        var unread = await person.PressAsync(preview, SendButton);
        Assert.Equal("Lees de brief en zet een vinkje als hij klopt.", Assert.Single(unread.Errors));
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);

        await person.PressAsync(unread, SendButton, (Agree, "true"));
        var granted = await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(["rules", "costs", "nearby"], granted.Panel.Votes.Single().Checks);
        await Cases.MailedAsync(id, "decision");
        Assert.Contains("Dit helpt de wijk vooruit.", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_AfterReading_HasAllThatWasTyped()
    {
        var (id, person, page) = await OpenAsync(Townspeople.Resident("toch anders", "900"));
        using var _ = person;
        var preview = await person.PressAsync(page, "Ken toe", Decisions.Approval(page, "800"));

        var form = await person.OpenAsync(new Uri(preview.Address, preview.LinkTo("Wijzig")).ToString());

        Assert.Equal("800", form.Document.QuerySelector("[name=bedrag]")!.GetAttribute("value"));
        Assert.Equal("Dit helpt de wijk vooruit.", form.Document.QuerySelector("[name=toelichting]")!.TextContent);
        Assert.Equal(3, form.Document.QuerySelectorAll("[name=vink][checked]").Length);

        // What is typed after reading is read again, also when the button says that something was read.
        var other = await person.PressAsync(form, "Ken toe", ("bedrag", "700"));
        var sent = await person.PressAsync(other, SendButton, (Agree, "true"), ("bedrag", "750"));
        Assert.Equal("Lees de brief voordat u hem verstuurt", sent.Heading);
        Assert.Contains("Toekennen: €\u00A0750", sent.Text, StringComparison.Ordinal);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);
    }

    [Fact]
    public async Task Refusal_OnAGroundThatTheApplicantMayReactTo_ShowsTheIntention()
    {
        var (id, person, page) = await OpenAsync(Townspeople.Resident("voornemen lezen"));
        using var _ = person;

        var preview = await person.PressAsync(page, "Wijs af", ("grond", "accounting"), ("redenen", "Er is geen begroting."));

        Assert.Contains("Dit is nog geen besluit.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Er is geen begroting.", preview.Text, StringComparison.Ordinal);
        await person.PressAsync(preview, "Verstuur het voornemen", (Agree, "true"));
        await Cases.ReachAsync(id, InitiativeState.WaitingForApplicant);
    }

    [Fact]
    public async Task Refusal_ForLackOfMoneyWhileThereIsSome_IsNotTaken()
    {
        var (id, person, page) = await OpenAsync(Townspeople.Resident("zogenaamd op"));
        using var _ = person;
        Assert.Contains("U kunt nu niet kiezen: \"Het geld voor bewonersinitiatieven is dit jaar op.\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ceiling-reached", page.ChoicesOf("grond"));

        // From a page of before, on which it could be chosen.
        var refused = await person.PressAsync(page, "Wijs af", ("grond", "ceiling-reached"), ("redenen", "Het is op."));

        Assert.Contains("Kies een andere grond", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);
    }

    [Fact]
    public async Task Advice_OnAPanel_SaysWhoDecidesAndWhatTheLetterWouldBe()
    {
        var (id, person, page) = await OpenAsync(Townspeople.Resident("alleen advies", "20.000"));
        using var _ = person;

        var preview = await person.PressAsync(page, "Ken toe", Decisions.Approval(page));

        Assert.Equal("Lees uw advies voordat u het verstuurt", preview.Heading);
        Assert.Contains("Zo zou de brief worden", preview.Text, StringComparison.Ordinal);
        Assert.Contains("De raad beslist. Dit is uw advies aan de raad.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("U beslist samen met ", preview.Text, StringComparison.Ordinal);

        // A code follows: no tick.
        Assert.False(preview.Has(Agree));
        Assert.Equal("Bevestig uw besluit met een code", (await person.SendReadAsync(preview)).Heading);
        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);
    }

    private async Task<(string Id, Visitor Person, PageSeen Page)> OpenAsync(Proposal proposal)
    {
        var id = await Town.ApplyAsync(proposal);
        var person = fixture.Host.NewVisitor();
        return (id, person, await person.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link));
    }
}
