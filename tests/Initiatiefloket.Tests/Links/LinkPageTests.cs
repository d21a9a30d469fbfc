using System.Text;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Links;

[Collection(nameof(OnStorage))]
public sealed class LinkPageTests : IDisposable
{
    private const string ReasonField = "reden";

    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly WebApplication _site = PagesOnly();
    private readonly HttpContextAccessor _http = new();
    private readonly RateLimits _limits;
    private readonly AppStorage _storage;
    private readonly LinkTable _table;
    private readonly LinkHolders _holders;
    private readonly PersonalLinks _links;

    public LinkPageTests(AppStorage storage)
    {
        _storage = storage;
        _limits = new RateLimits(Options.Create(new RateLimitOptions()), new LimitTable(storage.Tables, storage.Hash, _clock));
        _table = new LinkTable(storage.Tables, storage.Hash, _clock);
        _holders = new LinkHolders(
            new People(Cases.Policy, storage.Initiatives), new LinkIndex(storage.Tables, storage.Hash, storage.Initiatives), _clock);
        _links = new PersonalLinks(_table, _holders, storage.Initiatives, _limits, AbuseIn.None(storage.Hash), _http);
    }

    [Fact]
    public async Task Get_WorkingLink_ShowsThePage()
    {
        var token = await LinkToAsync("LP-1");

        Assert.Equal((200, "LP-1: leeg. "), await GetAsync(PageWith(), token));
    }

    [Fact]
    public async Task Get_FormFilledFromWhatIsStored_ShowsIt()
    {
        var token = await LinkToAsync("LP-2");

        var shown = await AnswerAsync(() => PageWith().GetAsync(token, visit => Task.FromResult(visit.Initiative.Title), CancellationToken.None));

        Assert.Equal((200, $"LP-2: {Cases.InReview.Title}. "), shown);
    }

    [Fact]
    public async Task GetAndPost_LinkThatNobodyWasSent_SaysSo()
    {
        Assert.Equal(404, await DeadAsync("onbekend", "Deze link werkt niet"));
        Assert.Equal(404, await DeadAsync(await LinkToAsync("LP-3", LinkPurpose.ConfirmEmail), "Deze link werkt niet"));
    }

    [Fact]
    public async Task GetAndPost_LinkAboutAnInitiativeThatIsGone_SaysSo() =>
        Assert.Equal(404, await DeadAsync(await IssueAsync(LinkPurpose.Status, "LP-GONE"), "Deze link werkt niet"));

    [Fact]
    public async Task GetAndPost_LinkWhoseTimeIsOver_SaysSoAndOffersANewOne()
    {
        var token = await LinkToAsync("LP-4");
        _clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal(410, await DeadAsync(token, "Deze link is verlopen"));
        Assert.Contains($"/nieuwe-link/status/{token}", (await GetAsync(PageWith(), token)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAndPost_LinkToAFormerAddress_SaysSo()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "LP-5", AddressSince = Cases.ReceivedAt.AddDays(1) });

        Assert.Equal(410, await DeadAsync(await IssueAsync(LinkPurpose.Status, "LP-5"), "Deze link werkt niet meer"));
    }

    [Fact]
    public async Task Get_LinkAboutNoInitiative_ShowsThePage()
    {
        var person = Actor.Reviewer("welzijn");
        var link = new Link(LinkPurpose.Overview, Link.NoInitiative, person, 0, Cases.ReceivedAt.AddDays(60))
        {
            AddressKey = await _holders.AddressKeyOfAsync(person, CancellationToken.None),
        };
        var token = await _table.IssueAsync(link, CancellationToken.None);
        var page = new LinkPage<string>(_links, LinkPurpose.Overview)
        {
            Read = (_, posted) => posted.Text(ReasonField),
            Show = (visit, _) => Task.FromResult<IResult>(TypedResults.Text($"{visit.Person} {visit.About?.Id}")),
        };

        Assert.Equal((200, $"{person} "), await GetAsync(page, token));
        Assert.Equal((303, $"/overzicht/{token}"), await PostAsync(page, token, "", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Post_WithMistakes_ShowsWhatWasTyped()
    {
        var token = await LinkToAsync("LP-6");

        var shown = await PostAsync(PageWith(), token, "te kort", visit =>
        {
            visit.Errors.Add(ReasonField, "Vul meer in.");
            return Task.CompletedTask;
        });

        Assert.Equal((422, "LP-6: te kort. Vul meer in."), shown);
    }

    [Fact]
    public async Task Post_Done_GoesBackToThePage()
    {
        var token = await LinkToAsync("LP-7");
        var done = "";

        var answer = await PostAsync(PageWith(), token, "goede reden", visit =>
        {
            done = visit.Form;
            return Task.CompletedTask;
        });

        Assert.Equal((303, $"/status/{token}", "goede reden"), (answer.Status, answer.Shown, done));
    }

    [Fact]
    public async Task Post_DoneOrTooLate_GoesWhereThePageSays()
    {
        var token = await LinkToAsync("LP-8");

        Assert.Equal((303, "/hoe-het-afliep"), await PostAsync(PageWith(onward: "/hoe-het-afliep"), token, "te laat", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Post_ChangedElsewhere_ShowsTheNewerVersionWithWhatToDo()
    {
        var token = await LinkToAsync("LP-9");
        var page = PageWith();

        var shown = await AnswerAsync(
            () => page.PostAsync(
                token,
                async visit =>
                {
                    visit.Errors.Add("", "Kijk of het nu goed staat.");
                    return await page.Show(visit with { Form = $"{visit.Form}, versie 2" }, CancellationToken.None);
                },
                CancellationToken.None),
            "mijn tekst");

        Assert.Equal((422, "LP-9: mijn tekst, versie 2. Kijk of het nu goed staat."), shown);
    }

    [Fact]
    public async Task GetAndPost_WhoMayNotSeeThePage_GetsWhatStandsInItsPlaceAndDoesNothing()
    {
        var token = await LinkToAsync("LP-10");
        var page = PageWith(inPlace: Page.SeeOther("/elders"));

        Assert.Equal((303, "/elders"), await GetAsync(page, token));
        Assert.Equal((303, "/elders"), await PostAsync(page, token, "", _ => throw new InvalidOperationException("It acted.")));
    }

    [Fact]
    public async Task Act_Button_DoesItAndGoesBackToThePage()
    {
        var token = await LinkToAsync("LP-11");
        var acted = "";

        var answer = await AnswerAsync(() => _links.ActAsync(
            token,
            LinkPurpose.Status,
            visit =>
            {
                acted = visit.Initiative.Id;
                return Task.CompletedTask;
            },
            CancellationToken.None));

        Assert.Equal((303, $"/status/{token}", "LP-11"), (answer.Status, answer.Shown, acted));
    }

    public void Dispose()
    {
        ((IDisposable)_site).Dispose();
    }

    private static WebApplication PagesOnly()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddWebWithKeysInMemory();
        return builder.Build();
    }

    private LinkPage<string> PageWith(string? onward = null, IResult? inPlace = null) => new(_links, LinkPurpose.Status)
    {
        InPlace = _ => inPlace,
        Read = (_, posted) => posted.Text(ReasonField),
        Show = (visit, _) => Task.FromResult<IResult>(TypedResults.Text(
            $"{visit.Initiative.Id}: {visit.Form}. {string.Join(' ', visit.Errors.Select(error => error.Message))}",
            statusCode: visit.Errors.Any ? 422 : 200)),
        Onward = visit => onward ?? visit.Address,
    };

    private async Task<string> LinkToAsync(string id, LinkPurpose purpose = LinkPurpose.Status)
    {
        await _storage.PutAsync(Cases.InReview with { Id = id });
        return await IssueAsync(purpose, id);
    }

    private Task<string> IssueAsync(LinkPurpose purpose, string id) =>
        _table.IssueAsync(new Link(purpose, id, Actor.Applicant, 0, Cases.ReceivedAt.AddDays(60)), CancellationToken.None);

    private async Task<int> DeadAsync(string token, string heading)
    {
        var seen = await GetAsync(PageWith(), token);
        var posted = await PostAsync(PageWith(), token, "", _ => throw new InvalidOperationException("It acted."));

        Assert.Contains($"<h1>{heading}</h1>", seen.Shown, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", posted.Shown, StringComparison.Ordinal);
        Assert.Equal(seen.Status, posted.Status);
        return seen.Status;
    }

    private Task<(int Status, string Shown)> GetAsync(LinkPage<string> page, string token) =>
        AnswerAsync(() => page.GetAsync(token, "leeg", CancellationToken.None));

    private Task<(int Status, string Shown)> PostAsync(LinkPage<string> page, string token, string typed, Func<LinkVisit<string>, Task> act) =>
        AnswerAsync(() => page.PostAsync(token, act, CancellationToken.None), typed);

    /// <summary>The status, with the body or for 303 the address.</summary>
    private async Task<(int Status, string Shown)> AnswerAsync(Func<Task<IResult>> visit, string typed = "")
    {
        using var body = new MemoryStream();
        await using var scope = _site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            Request =
            {
                Scheme = "https",
                Host = new HostString("loket.example"),
                Path = "/status/token",
                Form = new FormCollection(new Dictionary<string, StringValues> { [ReasonField] = typed }),
            },
            Response = { Body = body },
        };
        _http.HttpContext = http;
        await (await visit()).ExecuteAsync(http);
        return (http.Response.StatusCode, http.Response.StatusCode == StatusCodes.Status303SeeOther
            ? http.Response.Headers.Location.ToString()
            : Encoding.UTF8.GetString(body.ToArray()));
    }
}
