using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Measures pages of the site, in the site's own font.</summary>
internal static class Measuring
{
    private const string Optional = "font-display:optional";

    extension(Person person)
    {
        /// <summary>
        /// Has this page and those that follow drawn in the site's font, however late it comes. Of its own the site shows another one until the next page when it
        /// comes late, so that nothing moves; a measure would go by how busy the machine is.
        /// </summary>
        public async Task UseSiteFontAsync()
        {
            await person.Page.RouteAsync("**/*.css*", async route =>
            {
                var sheet = await (await route.FetchAsync()).TextAsync();
                Assert.Contains(Optional, sheet, StringComparison.Ordinal);
                await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/css", Body = sheet.Replace(Optional, "font-display:block", StringComparison.Ordinal) });
            });
            await person.Page.ReloadAsync();
            await person.FontIsThereAsync();
        }

        /// <summary>Waits for the font of a page on which <see cref="UseSiteFontAsync"/> holds.</summary>
        public async Task FontIsThereAsync() =>
            Assert.True(await person.Page.EvaluateAsync<bool>("async () => { await document.fonts.ready; return document.fonts.check(\"16px 'Source Sans 3'\"); }"));

        /// <summary>Height of the whole page in CSS pixels.</summary>
        public Task<int> HeightAsync() => person.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
    }
}
