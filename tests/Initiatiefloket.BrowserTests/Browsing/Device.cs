using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>What a browser runs on.</summary>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Height">Height of the window in CSS pixels.</param>
public sealed record Device(int Width, int Height)
{
    /// <summary>A small phone.</summary>
    public static Device Phone { get; } = new(360, 740);

    /// <summary>A laptop.</summary>
    public static Device Desktop { get; } = new(1280, 800);

    /// <summary>Both, for theories: by width, so that the test's name tells which.</summary>
    public static TheoryData<int> Widths { get; } = [Phone.Width, Desktop.Width];

    /// <summary>The one of this width.</summary>
    public static Device Of(int width) => width == Phone.Width ? Phone : Desktop;

    /// <summary>A Dutch browser on this device.</summary>
    public BrowserNewContextOptions Options => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        IsMobile = this == Phone,
        HasTouch = this == Phone,
        Locale = "nl-NL",
        TimezoneId = "Europe/Amsterdam",
        ReducedMotion = ReducedMotion.Reduce,
    };
}
