using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Gives a mail or a letter a font to measure with, so that nothing depends on which are installed.</summary>
internal static class KnownFont
{
    // Under the name that these ask for first. The site's own font is narrower than those of phones, so a tenth larger.
    private static readonly Lazy<string> Style = new(() =>
        $$"""
        @font-face {
          font-family: 'Segoe UI';
          font-weight: 200 900;
          size-adjust: 110%;
          src: url(data:font/woff2;base64,{{Convert.ToBase64String(File.ReadAllBytes(FontFile))}}) format('woff2');
        }
        """);

    private static string FontFile => Repository.PathOf("node_modules", "@fontsource-variable", "source-sans-3", "files", "source-sans-3-latin-wght-normal.woff2");

    /// <summary>Has the page drawn in it.</summary>
    public static async Task UseAsync(IPage page)
    {
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = Style.Value });
        var faces = await page.EvaluateAsync<int>("async () => (await document.fonts.load(\"17px 'Segoe UI'\")).length");
        Assert.Equal(1, faces);
    }
}
