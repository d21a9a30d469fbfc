using System.Globalization;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>
/// Pictures of what the tests come along. They take a sixth of the time of a test that looks, so nothing is kept unless <c>LOKET_PICTURES</c> is set: whole pages in
/// <c>artifacts/screenshots</c>, and when it is <c>docs</c> also those of the README and of the page of each role in docs/.
/// </summary>
internal static class Pictures
{
    private static readonly string Asked = Environment.GetEnvironmentVariable("LOKET_PICTURES") ?? "";

    // Page by width and name, with what is to be in the middle of the picture.
    private static readonly Dictionary<(int Width, string Name), (string File, string Middle)> ForDocs = new()
    {
        [(Device.Phone.Width, "1-start")] = ("start.png", "h1"),
        [(Device.Phone.Width, "2-kosten")] = ("kosten.png", "#rekensom"),
        [(Device.Desktop.Width, "2-controleren")] = ("controleren.png", "h1"),
        [(Device.Desktop.Width, "beoordelen")] = ("beoordelen.png", "h1"),
        [(Device.Phone.Width, "beoordelen-klein")] = ("beoordelen-klein.png", "h1"),
        [(Device.Desktop.Width, "beoordelen-brief")] = ("brief.png", "h1"),
        [(Device.Desktop.Width, "werklijst")] = ("werklijst.png", "h1"),
        [(Device.Desktop.Width, "zaak")] = ("zaak.png", "h1"),
        [(Device.Desktop.Width, "raad-meekijken")] = ("meekijken.png", "h1"),
        [(Device.Desktop.Width, "raad")] = ("raad.png", "h1"),
    };

    /// <summary>Keeps a picture of the page, if pictures were asked for.</summary>
    /// <param name="person">Whose window.</param>
    /// <param name="name">Name of the file, without its ending.</param>
    public static async Task KeepPictureAsync(this Person person, string name)
    {
        if (Asked.Length > 0)
        {
            var folder = person.Device.Width.ToString(CultureInfo.InvariantCulture);
            await person.Page.ScreenshotAsync(new() { Path = Repository.PathOf("artifacts", "screenshots", folder, $"{name}.png"), FullPage = true });
        }

        if (Asked == "docs" && ForDocs.TryGetValue((person.Device.Width, name), out var picture))
        {
            await person.Page.Locator(picture.Middle).First.EvaluateAsync("part => part.scrollIntoView({ block: 'center' })");
            await person.Page.ScreenshotAsync(new() { Path = Repository.PathOf("docs", "images", picture.File) });
        }
    }
}
