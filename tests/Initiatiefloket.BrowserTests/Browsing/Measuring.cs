namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Measures pages of the site, in the site's own font.</summary>
internal static class Measuring
{
    extension(Person person)
    {
        /// <summary>Waits until the page is drawn in the site's font: a browser that had to wait for it shows another one until the next page.</summary>
        public async Task UseSiteFontAsync()
        {
            var faces = await person.Page.EvaluateAsync<int>("async () => (await document.fonts.load(\"18px 'Source Sans 3'\")).length");
            Assert.True(faces > 0);
            await person.Page.ReloadAsync();
            await person.Page.EvaluateAsync("document.fonts.ready");
        }

        /// <summary>Height of the whole page in CSS pixels.</summary>
        public Task<int> HeightAsync() => person.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
    }
}
