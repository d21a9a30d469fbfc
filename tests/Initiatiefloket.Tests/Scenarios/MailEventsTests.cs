using System.Net;
using System.Text;
using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The mail service tells over real HTTP what became of a mail.</summary>
public sealed class MailEventsTests(MailEventsFixture fixture) : IClassFixture<MailEventsFixture>
{
    [Fact]
    public async Task Decision_ThatCameBack_IsATaskUntilItWentByPost()
    {
        var proposal = Townspeople.Resident("mail komt terug", "900");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "900");
        await fixture.Cases.MailedAsync(id, "decision");
        await fixture.Host.Durable.IdleAsync();
        var body = BodyOf(id);

        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, fixture.Signer.Sign(body + "x")));
        Assert.Equal(HttpStatusCode.OK, await TellAsync(body, fixture.Signer.Sign(body)));

        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync((await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"Mail niet bezorgd: {id}")).Link);
        Assert.Contains("De mail met het besluit is niet aangekomen", desk.Text, StringComparison.Ordinal);
        var day = fixture.Today;
        var noted = await coordinator.PressAsync(
            desk, "Leg de dag vast", ("gepost.day", $"{day.Day}"), ("gepost.month", $"{day.Month}"), ("gepost.year", $"{day.Year}"));
        Assert.DoesNotContain("is niet aangekomen", noted.Document.QuerySelector(".loket-notice-title")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_ThatCameBack_StandsInTheOverviewUntilItIsTickedOff()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("uitnodiging komt terug"));
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        await fixture.Host.Durable.IdleAsync();
        var body = BodyOf(id, "review-1-invite-reviewer:welzijn", Townspeople.Reviewer);
        Assert.Equal(HttpStatusCode.OK, await TellAsync(body, fixture.Signer.Sign(body)));
        await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"Mail niet bezorgd: {id}");
        using var coordinator = fixture.Host.NewVisitor();
        var overview = await fixture.Town.OpenOverviewAsync(coordinator, await fixture.OverviewLinkAsync(Actor.Coordinator), Townspeople.Coordinator);
        Assert.Contains("Mail niet bezorgd aan Ellen Kamphuis: vraag om te beslissen", overview.Text, StringComparison.Ordinal);

        var unticked = await coordinator.PressAsync(overview, "Haal van de lijst");
        Assert.Equal(["Zet een vinkje bij wat van de lijst kan."], unticked.Errors);
        var name = overview.Document.QuerySelector("input[name=mail]")!.GetAttribute("value")!;
        var ticked = await coordinator.PressAsync(overview, "Haal van de lijst", ("mail", name));

        Assert.DoesNotContain("Mail niet bezorgd aan Ellen Kamphuis", ticked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_TooLarge_AreRefused()
    {
        var body = new string(' ', 2 * 1024 * 1024);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await TellAsync(body, fixture.Signer.Sign(body)));
    }

    [Fact]
    public async Task Events_WhereNoKeyIsSet_HaveNoAddress()
    {
        await using var host = await LoketHost.StartAsync(await StorageAccounts.TakeAsync(), fixture.Clock);

        Assert.Equal(HttpStatusCode.NotFound, await TellAsync("[]", fixture.Signer.Sign("[]"), host.Address));
    }

    private string BodyOf(string id, string step = "decision", string email = "iemand@bewoner.example") => JsonSerializer.Serialize(new[]
    {
        new Dictionary<string, object>
        {
            ["event"] = "bounce",
            ["type"] = "bounce",
            ["email"] = email,
            ["timestamp"] = fixture.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["loket_case"] = id,
            ["loket_step"] = step,
        },
    });

    private async Task<HttpStatusCode> TellAsync(string body, string signature, Uri? site = null)
    {
        using var http = new HttpClient { BaseAddress = site ?? fixture.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mail/events");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add(EventSigner.SignatureHeader, signature);
        request.Headers.Add(EventSigner.TimestampHeader, EventSigner.Timestamp);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
