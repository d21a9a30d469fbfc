using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Somebody who gets no mail: because the address does not work, was mistyped, or the mail got lost.</summary>
public sealed class ResendTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Again = "Stuur de mail opnieuw";
    private const string NoSuchAddress = "Dit adres werkt niet. Pas het aan.";

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Form_ToAnAddressThatIsRefused_AsksForAnotherAndMailsThere()
    {
        var proposal = Townspeople.Resident("weigert") with { Email = "weigert@bewoner.example" };
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);
        await RefuseNextAsync();

        var refused = await Town.SendAsync(resident, check, proposal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Over u", refused.Heading);
        Assert.Equal([NoSuchAddress], refused.Errors);
        Assert.Equal(proposal.Email, refused.Document.QuerySelector("#email")!.GetAttribute("value"));
        var mended = await resident.PressAsync(refused, "Verder", ("email", "neemt.aan@bewoner.example"));
        var sent = await Town.SendAsync(resident, mended, proposal);
        Assert.Contains("neemt.aan@bewoner.example", sent.Text, StringComparison.Ordinal);
        Assert.Empty(await Post.ToAsync(proposal.Email));
        Assert.Single(await Post.AboutAsync("neemt.aan@bewoner.example", "Bevestig uw aanvraag"));
    }

    [Fact]
    public async Task Form_SentAndNoMailCame_IsMailedAgainThreeTimesInAnHour()
    {
        var proposal = Townspeople.Resident("wacht op mail") with { Email = "wacht.op.mail@bewoner.example" };
        using var resident = fixture.Host.NewVisitor();
        var sent = await Town.SendAsync(resident, await Town.ReachCheckAsync(resident, proposal), proposal);
        Assert.Equal("Kijk in uw mail: u bent er bijna", sent.Heading);
        Assert.Contains(proposal.Email, sent.Text, StringComparison.Ordinal);

        for (var times = 0; times < 3; times++)
        {
            sent = await resident.PressAsync(sent, Again);
        }

        Assert.DoesNotContain(Again, sent.Buttons);
        Assert.Contains("uur kan het weer.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await Post.AboutAsync(proposal.Email, "Bevestig uw aanvraag")).Count);
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(Again, (await resident.OpenAsync(sent.Address.ToString())).Buttons);
        await fixture.Town.ConfirmAsync(proposal.Email);
        Assert.Equal("Wij hebben uw aanvraag al", (await resident.OpenAsync(sent.Address.ToString())).Heading);
    }

    [Fact]
    public async Task Form_ToNearlyAKnownHost_AsksWhetherThatWasMeant()
    {
        var proposal = Townspeople.Resident("verschrijft zich") with { Email = "verschrijft@gmial.com" };
        using var resident = fixture.Host.NewVisitor();

        var sent = await Town.SendAsync(resident, await Town.ReachCheckAsync(resident, proposal), proposal);

        Assert.Contains("Bedoelde u verschrijft@gmail.com?", sent.Text, StringComparison.Ordinal);
        Assert.Single(await Post.ToAsync(proposal.Email));
        var about = await resident.OpenAsync(sent.LinkTo("Verbeter het e-mailadres"));
        var check = await resident.PressAsync(about, "Verder", ("email", "verschrijft@gmail.com"));
        Assert.DoesNotContain("Bedoelde u", (await Town.SendAsync(resident, check, proposal)).Text, StringComparison.Ordinal);
        Assert.Single(await Post.ToAsync("verschrijft@gmail.com"));
    }

    [Fact]
    public async Task Later_ToAnAddressThatIsRefused_SaysSoAndKeepsTheEarlierMailAlive()
    {
        using var resident = fixture.Host.NewVisitor();
        var first = await resident.OpenAsync("/aanvragen");
        var later = await resident.PressAsync(first, "Bewaar en ga later verder", ("titel", "Straatfeest"));
        var mailed = await resident.PressAsync(later, "Stuur mij een mail", ("email", "later@bewoner.example"));
        var link = (await Post.WaitForAsync("later@bewoner.example", "Ga verder met uw aanvraag")).Link;
        await RefuseNextAsync();

        var refused = await resident.PressAsync(later, "Stuur mij een mail", ("email", "bestaat.niet@bewoner.example"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, NoSuchAddress), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Contains("Straatfeest", (await resident.OpenAsync(link)).Text, StringComparison.Ordinal);
        var again = await resident.PressAsync(mailed, Again);
        Assert.Contains("later@bewoner.example", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Post.ToAsync("later@bewoner.example")).Count);
    }

    [Fact]
    public async Task Contact_ToAnAddressThatIsRefused_SaysSoAndMailsAnotherOne()
    {
        var proposal = Townspeople.Resident("verhuist") with { Email = "verhuist@bewoner.example" };
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        using var resident = fixture.Host.NewVisitor();
        var status = (await Post.WaitForAsync(proposal.Email, "ontvangen")).Link;
        var contact = await resident.OpenAsync($"{status}/gegevens");
        await RefuseNextAsync();

        var refused = await resident.PressAsync(contact, "Bewaar mijn gegevens", ("email", "fout@bewoner.example"), ("telefoon", "0541 123456"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, NoSuchAddress), (refused.Status, Assert.Single(refused.Errors)));
        var shown = await resident.OpenAsync($"{status}/gegevens");
        Assert.Contains("De mail naar fout@bewoner.example kwam niet aan.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij hebben een mail gestuurd naar", shown.Text, StringComparison.Ordinal);
        var mailed = await resident.PressAsync(refused, "Bewaar mijn gegevens", ("email", "goed@bewoner.example"));
        Assert.Contains("Wij hebben een mail gestuurd naar goed@bewoner.example", mailed.Text, StringComparison.Ordinal);
        await resident.PressAsync(mailed, Again);
        Assert.Equal(2, (await Post.AboutAsync("goed@bewoner.example", "Bevestig uw nieuwe e-mailadres")).Count);
    }

    private Task RefuseNextAsync() => fixture.FailMailsAsync(status: 400, times: 1);
}
