using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.BrowserTests.Journeys;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>Somebody without a mouse.</summary>
[Collection(PagesSite.Name)]
public sealed class KeyboardTests(LoketSite site)
{
    // Of radio buttons one in a group can be reached with Tab, the others with the arrows.
    private const string Reachable =
        """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
          .filter(part => part.tabIndex >= 0 && part.checkVisibility())
          .filter(part => part.type !== 'radio' || part.checked
            || !document.querySelector(`[name="${part.name}"]:checked`) && part === document.querySelector(`[name="${part.name}"]`))
          .map((part, place) => part.dataset.place = `${place} ${part.name ?? part.textContent}`)
        """;

    // Once it is drawn: where motion is reduced, all changes of style are transitions that end with the next frame.
    private const string Focused =
        """
        async () => {
          await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          const part = document.activeElement;
          const style = getComputedStyle(part);
          const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
          return [part.dataset.place ?? '', isSeen ? '' : part.outerHTML.slice(0, 160)];
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/kom-ik-in-aanmerking")]
    [InlineData(Form.Idea)]
    [InlineData(Form.Where)]
    [InlineData(Form.Costs)]
    [InlineData(Form.Documents)]
    [InlineData(Form.About)]
    [InlineData(Form.Check)]
    public async Task Tab_ThroughAPage_ReachesAllInOrderAndShowsWhere(string page)
    {
        await using var resident = await site.PersonAsync(Device.Desktop);
        await (page[0] == '/' ? resident.OpenAsync(page) : resident.OpenFormAsync(page));
        var reachable = await resident.Page.EvaluateAsync<string[]>(Reachable);

        var reached = new List<string>();
        foreach (var _ in reachable)
        {
            await resident.Page.Keyboard.PressAsync("Tab");
            var focused = await resident.Page.EvaluateAsync<string[]>(Focused);
            Assert.Equal("", focused[1]);
            reached.Add(focused[0]);
        }

        Assert.Equal(reachable, reached);
    }

    [Fact]
    public async Task SkipLink_Pressed_GoesToTheContent()
    {
        await using var resident = await site.PersonAsync(Device.Desktop);
        await resident.OpenAsync("/");
        await resident.Page.Keyboard.PressAsync("Tab");
        await Expect(resident.Page.Locator(".utrecht-skip-link")).ToBeFocusedAsync();
        await resident.Page.Keyboard.PressAsync("Enter");
        await Expect(resident.Page.Locator("#inhoud")).ToBeFocusedAsync();
    }

    // The keyboard of the driver knows no time-out of its own.
    [Fact(Timeout = 90_000)]
    public async Task Apply_ByKeyboardOnly_IsSent()
    {
        var proposal = new Proposal { Title = "Met het toetsenbord", Email = "toetsen@bewoner.example" };
        await using var resident = await site.PersonAsync(Device.Desktop);
        await resident.OpenAsync("/");
        await TabToAsync(resident, resident.Page.GetByRole(AriaRole.Link, new() { Name = "Begin met uw aanvraag" }));
        await resident.ArriveAsync(() => resident.Page.Keyboard.PressAsync("Enter"));
        foreach (var step in Form.Steps)
        {
            foreach (var (field, value) in proposal.Fields)
            {
                await TypeAsync(resident, field, value);
            }

            await TabToAsync(resident, resident.Page.GetByRole(AriaRole.Button, new() { Name = step == Form.Check ? "Verstuur uw aanvraag" : "Verder", Exact = true }));
            await resident.ArriveAsync(() => resident.Page.Keyboard.PressAsync("Enter"));
        }

        await Expect(resident.Heading).ToHaveTextAsync("Kijk in uw mail: u bent er bijna");
    }

    private static async Task TypeAsync(Person resident, string field, string value)
    {
        var inputs = resident.Page.Locator($"[name='{field}']:not([type=hidden])");
        if (await inputs.CountAsync() == 0)
        {
            return;
        }

        await TabToAsync(resident, inputs.First);
        switch (await inputs.First.EvaluateAsync<string>("input => input.type"))
        {
            case "radio" or "checkbox":
                await resident.Page.Keyboard.PressAsync("Space");
                break;
            case "select-one":
                await resident.Page.Keyboard.PressAsync("ArrowDown");
                break;
            default:
                await resident.Page.Keyboard.TypeAsync(value);
                break;
        }
    }

    private static async Task TabToAsync(Person resident, ILocator target)
    {
        var page = resident.Page;
        var parts = await page.EvaluateAsync<int>("document.querySelectorAll('a, button, input, textarea, select, summary').length");
        for (var presses = 0; presses <= parts; presses++)
        {
            if (await target.EvaluateAsync<bool>("part => part === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never reached {target}.");
    }
}
