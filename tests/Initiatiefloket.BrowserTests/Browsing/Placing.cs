using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Looks whether what belongs together stands together: a value beside or below its label, an action beside or below what it changes.</summary>
internal static class Placing
{
    /// <summary>Demands that of all lists of data on the page, folded or not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Names it when something stands wrong.</param>
    /// <returns>How many labels with values it has.</returns>
    public static async Task<int> DemandInPlaceAsync(this IPage page, string name)
    {
        var wrong = await page.EvaluateAsync<string[]>(Misplaced);
        Assert.True(wrong.Length == 0, $"{name} at {page.ViewportSize!.Width}: {string.Join(" | ", wrong)}");
        return await page.Locator(".loket-summary dt").CountAsync();
    }

    // By the boxes of the words themselves: a block is as wide as its column also when its words are not.
    private const string Misplaced =
        """
        () => {
          const folded = [...document.querySelectorAll('details:not([open])')];
          folded.forEach(part => part.open = true);
          const boxOf = part => {
            const words = document.createRange();
            words.selectNodeContents(part);
            return words.getBoundingClientRect();
          };
          const isRightOf = (one, other) => one.left >= other.right - 1 && one.top < other.bottom && other.top < one.bottom;
          const isBelow = (one, other) => one.top >= other.bottom - 2;
          const follows = (one, other) => isRightOf(boxOf(one), boxOf(other)) || isBelow(boxOf(one), boxOf(other));
          const pairs = [
            ...[...document.querySelectorAll('main dl > div')].flatMap(row => [...row.children].slice(1).map((part, place) => [row.children[place], part])),
            ...[...document.querySelectorAll('.loket-summary-head')].map(head => [head.children[0], head.children[1]]),
            ...[...document.querySelectorAll('main table tr')].flatMap(row => [...row.children].slice(1).map((cell, place) => [row.children[place], cell])),
            ...[...document.querySelectorAll('.loket-documents > li')].flatMap(item => [...item.children].slice(1).map((part, place) => [item.children[place], part])),
          ];
          const wrong = pairs.filter(([first, second]) => second.innerText.trim() && !follows(second, first)).map(pair => pair.map(part => part.innerText).join(' → '));
          folded.forEach(part => part.open = false);
          return wrong;
        }
        """;
}
