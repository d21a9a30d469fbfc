using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Looks at a page as a tester of accessibility does.</summary>
internal static class Looking
{
    private const int SmallestWidth = 320;

    // Where a page runs no scripts, axe-core would never be ready.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // What is right need not come back from the browser, element by element.
    private const string Findings =
        """
        async () => {
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
          return violations.map(found =>
            [`${found.id} (${found.impact}): ${found.help}`, ...found.nodes.map(node => `  ${node.target} ${node.html}`)].join('\n'));
        }
        """;

    private static readonly Lazy<Task<string>> AxeCore = new(() => File.ReadAllTextAsync(Repository.PathOf("node_modules", "axe-core", "axe.min.js")));

    /// <summary>
    /// Demands that nothing is wrong: no findings of axe-core, no scrolling sideways at 320 px (WCAG 1.4.10), no text lost at twice its
    /// size (1.4.4), no complaints of the browser.
    /// </summary>
    /// <param name="person">Whose window.</param>
    /// <param name="name">Names the page, and its picture where one is kept (<see cref="Pictures"/>).</param>
    public static async Task LookAsync(this Person person, string name)
    {
        await person.KeepPictureAsync(name);
        await person.Page.DemandAccessibleAsync(name);
        await person.DemandReflowAsync();
        Assert.Empty(person.Complaints);
    }

    /// <summary>Demands that axe-core finds nothing.</summary>
    public static async Task DemandAccessibleAsync(this IPage page, string name)
    {
        await page.EvaluateAsync(await AxeCore.Value);
        var findings = await page.EvaluateAsync<string[]>(Findings).WaitAsync(Limit);
        Assert.True(findings.Length == 0, $"{name}: {string.Join('\n', findings)}");
    }

    private static async Task DemandReflowAsync(this Person person)
    {
        var page = person.Page;
        await page.ResizeAsync(SmallestWidth, person.Device.Height);
        await page.DemandNothingAsync(TooWide);

        await page.ResizeAsync(Device.Desktop.Width, Device.Desktop.Height);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await page.DemandNothingAsync(TooWide);
        await page.DemandNothingAsync(CutOff);

        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await page.ResizeAsync(person.Device.Width, person.Device.Height);
    }

    private static async Task DemandNothingAsync(this IPage page, string look)
    {
        var found = await page.EvaluateAsync<string>(look);
        Assert.True(found.Length == 0, found);
    }

    // Until the page has been drawn in that size, or what comes next still sees, or presses, the earlier one.
    private static async Task ResizeAsync(this IPage page, int width, int height)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private const string TooWide =
        """
        () => {
          const width = window.innerWidth;
          const page = document.documentElement;
          if (page.scrollWidth <= Math.min(width, page.clientWidth)) {
            return '';
          }
          const wide = [...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > page.clientWidth + 1);
          return `${document.title}: ${page.scrollWidth} of ${page.clientWidth} px: ` + wide.slice(0, 5).map(part => part.outerHTML.slice(0, 120)).join(' | ');
        }
        """;

    private const string CutOff =
        """
        () => [...document.querySelectorAll('main *:not(.loket-hidden), header *, footer *')]
          .filter(part => part.innerText?.trim() && getComputedStyle(part).overflow !== 'visible' && !part.closest('.loket-hidden'))
          .filter(part => !['TEXTAREA', 'SELECT', 'OPTION'].includes(part.tagName))
          .filter(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
          .map(part => part.outerHTML.slice(0, 120)).join(' | ')
        """;
}
