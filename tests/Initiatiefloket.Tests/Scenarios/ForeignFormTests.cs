using System.Net;
using Initiatiefloket.Documents;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Somebody mails an address of a form to somebody else, to read along, to change it, or to have them send what they did not see.</summary>
public sealed class ForeignFormTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string MadeUp = "/aanvragen/AAAAAAAAAAAAAAAAAAAAAA/idee";

    private static readonly (string, string)[] Idea =
        [("titel", "Straatfeest"), ("plan", "Eten met de straat"), ("wijk", "de-thij"), ("thema", "meedoen-en-ontmoeten")];

    [Fact]
    public async Task Address_ThatSomebodyMadeUp_GivesAFormOfOnesOwn()
    {
        using var victim = fixture.Host.NewVisitor();

        var page = await victim.OpenAsync(MadeUp);

        Assert.Equal((HttpStatusCode.OK, "Uw idee"), (page.Status, page.Heading));
        Assert.NotEqual(MadeUp, page.Address.AbsolutePath);
    }

    [Fact]
    public async Task Address_ThatSomebodyElseWasGiven_GivesAFormOfOnesOwn()
    {
        using var stranger = fixture.Host.NewVisitor();
        using var victim = fixture.Host.NewVisitor();
        var theirs = (await stranger.OpenAsync("/aanvragen")).Address.AbsolutePath;
        await victim.OpenAsync("/aanvragen");

        Assert.NotEqual(theirs, (await victim.OpenAsync(theirs)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Step_TypedAtAnAddressOfSomebodyElse_IsKeptAtOnesOwn()
    {
        using var stranger = fixture.Host.NewVisitor();
        using var victim = fixture.Host.NewVisitor();
        var theirs = await stranger.OpenAsync("/aanvragen");
        var own = await victim.OpenAsync("/aanvragen");
        own.Document.QuerySelector("form.loket-form")!.SetAttribute("action", theirs.Address.AbsolutePath);

        var kept = await victim.PressAsync(own, "Verder", Idea);

        Assert.NotEqual(theirs.Address.AbsolutePath, kept.Address.AbsolutePath);
        Assert.Equal("Straatfeest", kept.Document.QuerySelector("[name='titel']")!.GetAttribute("value"));
        Assert.DoesNotContain("Straatfeest", (await stranger.OpenAsync(theirs.Address.AbsolutePath)).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OpenedInAnotherBrowser_ShowsAndTakesNothing()
    {
        using var resident = fixture.Host.NewVisitor();
        using var stranger = fixture.Host.NewVisitor();
        var second = await resident.PressAsync(await resident.OpenAsync("/aanvragen"), "Verder", Idea);
        var form = await stranger.OpenAsync("/aanvragen");
        var root = second.Address.AbsolutePath[..second.Address.AbsolutePath.LastIndexOf('/')];

        foreach (var page in new[] { root, $"{root}/idee", $"{root}/controleren", $"{root}/bestanden/AAAA", root.Replace("aanvragen", "later-verder", StringComparison.Ordinal) })
        {
            var refused = await stranger.OpenAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.DoesNotContain("Straatfeest", refused.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        form.Document.QuerySelector("form.loket-form")!.SetAttribute("action", $"{root}/idee");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PressAsync(form, "Verder", ("titel", "Andere titel"))).Status);
        Assert.Contains("Straatfeest", (await resident.OpenAsync(root)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OpenedAfterCookiesWereCleared_IsMailedToTheAddressInIt()
    {
        const string Email = "wist.cookies@bewoner.example";
        using var before = fixture.Host.NewVisitor();
        using var after = fixture.Host.NewVisitor();
        var second = await before.PressAsync(await before.OpenAsync("/aanvragen"), "Verder", Idea);
        var about = await before.OpenAsync(second.Address.AbsolutePath.Replace("waar-en-wanneer", "over-u", StringComparison.Ordinal));
        await before.PressAsync(about, "Vorige stap", ("email", Email));

        var asked = await after.PressAsync(await after.OpenAsync(second.Address.AbsolutePath), "Stuur een mail om verder te gaan");

        Assert.DoesNotContain(Email, asked.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var link = (await fixture.Host.Post.WaitForAsync(Email, "Ga verder met uw aanvraag")).Link;
        Assert.Contains("Straatfeest", (await after.PressAsync(await after.OpenAsync(link), "Ga hier verder")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAnAddressInIt_SaysTheSameAndMailsNobody()
    {
        using var before = fixture.Host.NewVisitor();
        using var after = fixture.Host.NewVisitor();
        var second = await before.PressAsync(await before.OpenAsync("/aanvragen"), "Verder", Idea);

        var asked = await after.PressAsync(await after.OpenAsync(second.Address.AbsolutePath), "Stuur een mail om verder te gaan");

        Assert.Equal((HttpStatusCode.OK, "Kijk in uw mail"), (asked.Status, asked.Heading));
    }

    [Fact]
    public async Task Link_MailedToSomebodyElse_EndsTheFormWhereItWas()
    {
        const string Email = "kreeg.een.link@bewoner.example";
        using var stranger = fixture.Host.NewVisitor();
        using var victim = fixture.Host.NewVisitor();
        var second = await stranger.PressAsync(await stranger.OpenAsync("/aanvragen"), "Verder", Idea);
        await stranger.PressAsync(await stranger.PressAsync(second, "Bewaar en ga later verder"), "Stuur mij een mail", ("email", Email));
        var opened = await victim.OpenAsync((await fixture.Host.Post.WaitForAsync(Email, "Ga verder met uw aanvraag")).Link);
        Assert.DoesNotContain("Straatfeest", opened.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.OpenAsync(second.Address.AbsolutePath)).Status);

        var here = await victim.PressAsync(opened, "Ga hier verder");

        Assert.Contains("Straatfeest", here.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.OpenAsync(second.Address.AbsolutePath)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PressAsync(second, "Verder", ("plek", "Elders"))).Status);
    }

    [Fact]
    public async Task Link_ToAFormThatWasSent_ChangesNothingElsewhere()
    {
        const string Friend = "vriend.van.de.straat@bewoner.example";
        var proposal = Townspeople.Resident("stuurt het eerst");
        using var resident = fixture.Host.NewVisitor();
        using var friend = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);
        var later = await resident.OpenAsync(check.Address.AbsolutePath.Replace("aanvragen", "later-verder", StringComparison.Ordinal)[..^"/controleren".Length]);
        await resident.PressAsync(later, "Stuur mij een mail", ("email", Friend));
        await Town.SendAsync(resident, check, proposal);

        var opened = await friend.OpenAsync((await fixture.Host.Post.WaitForAsync(Friend, "Ga verder met uw aanvraag")).Link);

        Assert.Equal(HttpStatusCode.Forbidden, opened.Status);
        Assert.DoesNotContain("Ga hier verder", opened.Buttons);
        Assert.Equal("Uw idee", (await resident.OpenAsync(check.Address.AbsolutePath.Replace("controleren", "idee", StringComparison.Ordinal))).Heading);
    }

    [Fact]
    public async Task Confirm_WhenTheFormChangedAfterThePageWasOpened_ShowsItAgain()
    {
        var proposal = Townspeople.Resident("ziet een andere tekst");
        using var stranger = fixture.Host.NewVisitor();
        using var victim = fixture.Host.NewVisitor();
        var (check, link) = await SendAsync(stranger, proposal);
        var seen = await victim.OpenAsync(link);
        var idea = await stranger.OpenAsync(check.Address.AbsolutePath.Replace("controleren", "idee?wijzig=1", StringComparison.Ordinal));
        var changed = await stranger.PressAsync(idea, "Verder", ("titel", "Iets heel anders"));
        Assert.Equal("Kijk in uw mail: u bent er bijna", (await Town.SendAsync(stranger, changed, proposal)).Heading);

        var again = await victim.PressAsync(seen, "Bevestig en verstuur");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Iets heel anders", again.Text, StringComparison.Ordinal);
        Assert.Contains("De aanvraag is veranderd", again.Text, StringComparison.Ordinal);
        Assert.Equal("Uw aanvraag is verstuurd", (await victim.PressAsync(again, "Bevestig en verstuur")).Heading);
    }

    [Fact]
    public async Task Confirm_WhenADocumentCameAfterThePageWasOpened_ShowsItAgain()
    {
        var proposal = Townspeople.Resident("ziet een ander document");
        using var stranger = fixture.Host.NewVisitor();
        using var victim = fixture.Host.NewVisitor();
        var (check, link) = await SendAsync(stranger, proposal);
        var seen = await victim.OpenAsync(link);
        var content = Pdfs.OnePage;
        Assert.IsType<DocumentAdded.Taken>(await fixture.Host.Services.GetRequiredService<DocumentLibrary>().AddAsync(
            DocumentOwner.OfDraft(ApplicationDraft.KeyOf(check.Address.Segments[2].TrimEnd('/'))),
            new FormFile(new MemoryStream(content), 0, content.Length, "bestand", "later.pdf"),
            CancellationToken.None));

        var again = await victim.PressAsync(seen, "Bevestig en verstuur");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("later.pdf", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_SomethingIsWrong_LeadsBackToTheFormOnAnyDevice()
    {
        var proposal = Townspeople.Resident("verandert het eerst");
        using var phone = fixture.Host.NewVisitor();
        using var laptop = fixture.Host.NewVisitor();
        var (check, link) = await SendAsync(phone, proposal);

        var form = await laptop.PressAsync(await laptop.OpenAsync(link), "Verander het formulier");
        var idea = await laptop.OpenAsync(form.LinkTo("Wijzig Uw idee"));
        await Town.SendAsync(laptop, await laptop.PressAsync(idea, "Verder", ("titel", "Beter bedacht")), proposal);

        Assert.Equal(HttpStatusCode.Forbidden, (await phone.OpenAsync(check.Address.AbsolutePath)).Status);
        var confirm = await laptop.OpenAsync(link);
        Assert.Contains("Beter bedacht", confirm.Text, StringComparison.Ordinal);
        Assert.Equal("Uw aanvraag is verstuurd", (await laptop.PressAsync(confirm, "Bevestig en verstuur")).Heading);
    }

    /// <returns>The last page of the form, and the link to confirm what was sent with it.</returns>
    private async Task<(PageSeen Check, string Link)> SendAsync(Visitor sender, Proposal proposal)
    {
        var check = await Town.ReachCheckAsync(sender, proposal);
        await Town.SendAsync(sender, check, proposal);
        return (check, (await fixture.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);
    }
}
