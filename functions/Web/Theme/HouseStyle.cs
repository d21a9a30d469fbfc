using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Web;

/// <summary>The house style for what has no style sheet of the site: the colours of <c>theme.css</c>, as "#12326b", and the logo. Read once; the build looks whether all are there (<c>bundle.mjs</c>).</summary>
internal static partial class HouseStyle
{
    private static readonly Dictionary<string, string> Colours = ColourForm()
        .Matches(Encoding.UTF8.GetString(Read("theme.css")))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    public static string Brand { get; } = Colour("brand");

    public static string OnBrand { get; } = Colour("on-brand");

    public static string Accent { get; } = Colour("accent");

    public static string Link { get; } = Colour("link");

    public static string Text { get; } = Colour("text");

    public static string TextQuiet { get; } = Colour("text-quiet");

    public static string Page { get; } = Colour("page");

    public static string Surface { get; } = Colour("surface");

    public static string Line { get; } = Colour("line");

    public static string ChartMiddle { get; } = Colour("chart-middle");

    public static string ChartLight { get; } = Colour("chart-light");

    public static string DarkPage { get; } = Colour("dark-page");

    public static string DarkSurface { get; } = Colour("dark-surface");

    public static string DarkText { get; } = Colour("dark-text");

    public static string DarkTextQuiet { get; } = Colour("dark-text-quiet");

    public static string DarkBrand { get; } = Colour("dark-brand");

    public static string DarkLink { get; } = Colour("dark-link");

    public static string DarkChartMiddle { get; } = Colour("dark-chart-middle");

    public static string DarkChartLight { get; } = Colour("dark-chart-light");

    /// <summary>The logo as an address that holds the picture itself.</summary>
    public static string LogoAddress { get; } = $"data:image/svg+xml;base64,{Convert.ToBase64String(Read("logo.svg"))}";

    /// <summary>The logo as the build drew it, for what knows no SVG.</summary>
    public static string LogoFile { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot", "logo.png");

    private static string Colour(string name) => Colours.TryGetValue(name, out var colour)
        ? colour
        : throw new InvalidOperationException($"theme.css has no --loket-{name} of # and six hexadecimal digits.");

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The app has no {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    [GeneratedRegex("--loket-([a-z-]+):\\s*(#[0-9a-fA-F]{6});")]
    private static partial Regex ColourForm();
}
