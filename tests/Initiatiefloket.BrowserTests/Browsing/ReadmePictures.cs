namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>
/// The pictures of the README and of the page of each role in docs/: pages that the tests come along, taken again when <c>LOKET_PICTURES</c> is set and left alone otherwise.
/// </summary>
internal static class ReadmePictures
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("LOKET_PICTURES") is { Length: > 0 };

    // Page by width and name, with what is to be in the middle of the picture.
    private static readonly Dictionary<(int Width, string Name), (string File, string Middle)> Pages = new()
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

    /// <summary>Keeps what the window shows, if the README has this page and pictures were asked for.</summary>
    public static async Task KeepAsync(Person person, string name)
    {
        if (!IsAsked || !Pages.TryGetValue((person.Device.Width, name), out var picture))
        {
            return;
        }

        await person.Page.Locator(picture.Middle).First.EvaluateAsync("part => part.scrollIntoView({ block: 'center' })");
        await person.Page.ScreenshotAsync(new() { Path = Repository.PathOf("docs", "images", picture.File) });
    }
}
