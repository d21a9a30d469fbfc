using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests.Web;

/// <summary>What people type is shown as text: nothing in the app writes HTML past the encoder but style sheets of its own.</summary>
public sealed class NoRawHtmlTests
{
    private static readonly string[] WaysPastTheEncoder = ["MarkupString", "AddMarkupContent", "new HtmlString", "Html.Raw"];
    private static readonly string[] OwnStyles = ["@((MarkupString)MailStyle.DarkMode)", "@((MarkupString)LetterStyle.Css)"];

    [Fact]
    public void Sources_OfTheApp_WriteNoHtmlButTheirOwnStyles()
    {
        var written = Directory.EnumerateFiles(Repository.PathOf("functions"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => WaysPastTheEncoder.Any(way => line.Contains(way, StringComparison.Ordinal)))
            .ToList();

        Assert.NotEmpty(written);
        Assert.All(written, line => Assert.Contains(OwnStyles, style => line.Contains(style, StringComparison.Ordinal)));
    }
}
