using System.Globalization;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Web;

/// <summary>Contrast of the theme's colours by WCAG 2.2: 1.4.3 for text, 1.4.11 for what one must see to use a control.</summary>
public sealed partial class ThemeTests
{
    private static readonly Dictionary<string, string> Colours = Colour()
        .Matches(Infra.Repository.Read("functions", "Web", "Theme", "theme.css"))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [Theory]
    [InlineData("text", "page")]
    [InlineData("text", "surface")]
    [InlineData("text", "info-surface")]
    [InlineData("text", "ok-surface")]
    [InlineData("text", "warning-surface")]
    [InlineData("text", "danger-surface")]
    [InlineData("text", "focus-inverse")]
    [InlineData("text-quiet", "page")]
    [InlineData("text-quiet", "surface")]
    [InlineData("brand", "page")]
    [InlineData("brand", "surface")]
    [InlineData("brand", "info-surface")]
    [InlineData("on-brand", "brand")]
    [InlineData("on-brand", "brand-dark")]
    [InlineData("on-brand", "danger")]
    [InlineData("on-brand", "danger-dark")]
    [InlineData("on-brand", "ok")]
    [InlineData("on-brand", "warning")]
    [InlineData("on-brand", "info")]
    [InlineData("link", "page")]
    [InlineData("link", "surface")]
    [InlineData("link", "info-surface")]
    [InlineData("link", "ok-surface")]
    [InlineData("link", "warning-surface")]
    [InlineData("link-hover", "page")]
    [InlineData("link-visited", "page")]
    [InlineData("link-visited", "info-surface")]
    [InlineData("danger", "page")]
    [InlineData("danger", "danger-surface")]
    [InlineData("dark-text", "dark-surface")]
    [InlineData("dark-text-quiet", "dark-surface")]
    [InlineData("dark-brand", "dark-surface")]
    [InlineData("dark-link", "dark-surface")]
    [InlineData("dark-page", "dark-link")]
    public void Text_OnItsBackground_HasAContrastOf4_5(string text, string background) =>
        Assert.True(Contrast(text, background) >= 4.5, $"{text} on {background}: {Contrast(text, background):0.00}");

    [Theory]
    [InlineData("input-border", "page")]
    [InlineData("brand", "page")]
    [InlineData("accent", "page")]
    [InlineData("danger", "page")]
    [InlineData("focus", "page")]
    [InlineData("focus", "surface")]
    [InlineData("focus", "focus-inverse")]
    [InlineData("focus-inverse", "brand")]
    [InlineData("info", "info-surface")]
    [InlineData("ok", "ok-surface")]
    [InlineData("warning", "warning-surface")]
    public void Control_OnItsBackground_HasAContrastOf3(string control, string background) =>
        Assert.True(Contrast(control, background) >= 3, $"{control} on {background}: {Contrast(control, background):0.00}");

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(Colours[one]), Luminance(Colours[other]));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    private static double Luminance(string colour)
    {
        var channels = Enumerable.Range(0, 3)
            .Select(index => int.Parse(colour.AsSpan(1 + (index * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("--loket-([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
