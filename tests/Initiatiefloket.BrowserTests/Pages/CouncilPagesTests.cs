using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The digest and the pages of a council member, with what they may take of a member's time.</summary>
[Collection(PagesSite.Name)]
public sealed class CouncilPagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string Henk = "h.wiggers@raad.oldenzaal.example";
    private const int MostPixels = 1100;
    private static readonly Uri Link = new("https://loket.example/raad/AbC-_123456789012345678");
    private static readonly DateTimeOffset WindowEnds = new(2026, 12, 5, 0, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(600, false)]
    [InlineData(360, false)]
    [InlineData(600, true)]
    [InlineData(360, true)]
    public async Task Digest_OfTwentyTwoCases_FitsElevenHundredPixels(int width, bool isDark)
    {
        await using var member = await site.PersonAsync(
            width == Device.Phone.Width ? Device.Phone : new Device(width, 800), options => options.ColorScheme = isDark ? Microsoft.Playwright.ColorScheme.Dark : Microsoft.Playwright.ColorScheme.Light);
        await member.OpenBesideAsync(await DigestAsync());
        await member.KeepPictureAsync($"mail-raad{(isDark ? "-donker" : "")}");

        Assert.InRange(await HeightAsync(member, ".mail-sheet"), 1, MostPixels);
    }

    [Fact]
    public async Task Digest_Mail_IsAccessible()
    {
        await using var member = await site.PersonAsync(Device.Phone);

        await member.OpenBesideAsync(await DigestAsync());

        await member.LookAsync("mail-raad-kijken");
    }

    [Theory]
    [MemberData(nameof(Device.Widths), MemberType = typeof(Device))]
    public async Task LookAlong_Page_HasTheLastDayOnTheFirstScreenAndAsksOneField(int width)
    {
        var title = $"Samen koken {width}";
        var id = await site.Town.ApplyAsync(new Proposal { Title = title, Email = $"koken{width}@bewoner.example", Asked = "4.000" });
        await site.Town.ApproveAsync(Reviewer, id, "4000");
        await using var member = await site.PersonAsync(Device.Of(width));
        await member.OpenAsync((await site.Host.Post.WaitForAsync(Henk, title)).Link);
        await member.LookAsync("raad-meekijken");

        var day = (await member.Page.GetByText("U kunt meekijken tot en met").First.BoundingBoxAsync())!;
        Assert.InRange(day.Y + day.Height, 0, member.Device.Height);
        Assert.Equal(1, await member.Page.Locator("main form:has-text('Ik wil dit in de raad bespreken') :is(textarea, select, input:not([type=hidden]))").CountAsync());

        await member.Page.GetByText("Stel een vraag").First.ClickAsync();
        await member.Field("vraag").FillAsync("Hoe vaak koken jullie?");
        await member.PressAsync("Stel de vraag");
        await member.LookAsync("raad-vraag");
        await using var professional = await site.PersonAsync(Device.Of(width));
        await professional.OpenAsync((await site.Host.Post.WaitForAsync(Reviewer, $"Vraag van een raadslid: {title}")).Link);
        await professional.LookAsync("raad-vraag-beantwoorden");
        await professional.Field("antwoord").FillAsync("Elke week.");
        await professional.PressAsync("Verstuur het antwoord");
        await professional.LookAsync("raad-vraag-beantwoord");
    }

    [Theory]
    [MemberData(nameof(Device.Widths), MemberType = typeof(Device))]
    public async Task StandingPage_Pages_AreAccessibleAndTakeTwoLinesACase(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Buurtpost {width}", Email = $"post{width}@bewoner.example", Asked = "900" });
        await site.Host.Post.WaitForAsync(Reviewer, id);
        var maker = site.Host.Services.GetRequiredService<LinkMaker>();
        await using var member = await site.PersonAsync(Device.Of(width));
        var person = Actor.CouncilMember(width == Device.Phone.Width ? "raadslid-3" : "raadslid-4");
        await member.OpenAsync((await maker.NewOverviewAsync(person, CancellationToken.None)).AbsoluteUri);
        await member.LookAsync("raad");

        var rows = await member.Page.Locator(".loket-council-cases > li").AllAsync();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            Assert.InRange((await row.BoundingBoxAsync())!.Height, 40, width == Device.Phone.Width ? 150 : 75);
        }

        await member.FollowAsync("Kies hoe vaak en waarover");
        await member.LookAsync("raad-overzicht");
        await member.Page.GetByText("Waarover").First.ClickAsync();
        await member.LookAsync("raad-overzicht-open");

        await member.OpenAsync((await maker.NewOfNoCaseAsync(LinkPurpose.StopDigest, person, CancellationToken.None)).AbsoluteUri);
        await member.LookAsync("raad-stoppen");
        await member.Page.GetByText("Ik wil geen overzicht meer per mail").ClickAsync();
        await member.PressAsync("Stop het overzicht");
        await member.LookAsync("raad-gestopt");
    }

    private static async Task<int> HeightAsync(Person member, string part) =>
        (int)Math.Ceiling((await member.Page.Locator(part).BoundingBoxAsync())!.Height);

    // One that waits and 21 others over all themes, as after a busy month.
    private async Task<string> DigestAsync()
    {
        var policy = site.Host.Services.GetRequiredService<Policy>();
        var states = new[] { InitiativeState.Granted, InitiativeState.Rejected, InitiativeState.InReview, InitiativeState.WaitingList };
        var others = Enumerable.Range(0, 21).Select(number => CaseOf(policy, number, states[number % states.Length])).ToList();
        var waiting = new DigestItem(
            CaseOf(policy, 21, InitiativeState.CouncilWindow), "Elke week koken wij met de hele straat in het buurthuis, voor iedereen die alleen is. Wie wil, helpt mee met koken.", Link);
        var edition = new DigestEdition([waiting], [], others, Link)
        {
            Pot = new PotBalance(2026, [new FundBalance("wmo", "Wmo", Euro.Whole(250_000), Euro.Whole(12_000), Euro.Whole(30_000))]),
        };
        return await site.Host.Services.GetRequiredService<HtmlPages>().RenderAsync<MailPage>(
            new { Mail = DigestMail.Compose(edition, policy), Greeting = "Beste Henk Wiggers," });
    }

    private static Initiative CaseOf(Policy policy, int number, InitiativeState state) => new()
    {
        Id = $"BI-2026-{number:D5}",
        State = state,
        Title = $"Samen eten {number}",
        ThemeId = policy.Themes[number % policy.Themes.Count].Id,
        NeighbourhoodId = "de-thij",
        Asked = Euro.Whole(4_000),
        PotYear = 2026,
        PolicyVersion = policy.Version,
        Round = 1,
        WaitsUntil = state == InitiativeState.CouncilWindow ? WindowEnds : null,
        Verdicts =
        [
            new Verdict
            {
                Round = 1,
                Kind = VerdictKind.Approve,
                By = Actor.Reviewer("welzijn"),
                At = WindowEnds.AddDays(-7),
                Amount = Euro.Whole(4_000),
                Reasons = "Buren leren elkaar kennen, en de groep betaalt een deel zelf. Het past bij wat wij met de wijk hebben afgesproken.",
            },
        ],
    };
}
