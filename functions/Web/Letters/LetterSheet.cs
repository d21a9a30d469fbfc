using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Initiatiefloket.Web;

/// <summary>The pages of a PDF that a letter is drawn on, from top to bottom; a new one begins where one is full. All measures in points.</summary>
internal sealed class LetterSheet : IDisposable
{
    public static readonly LetterStyleOfText Text = new(11, IsBold: false, Before: 0, After: 9);
    public static readonly LetterStyleOfText Notice = new(12, IsBold: true, Before: 0, After: 9);
    public static readonly LetterStyleOfText Sender = new(15, IsBold: true, Before: 0, After: 2);
    public static readonly LetterStyleOfText Title = new(15, IsBold: true, Before: 8, After: 9);
    public static readonly LetterStyleOfText Heading = new(12, IsBold: true, Before: 7, After: 3);
    private const double Margin = 57;
    private const double LineHeight = 1.35;
    private const double Indent = 14;
    private const double LogoHeight = 42;
    private const double LogoWidth = 170;
    private const string Bullet = "\u2022";

    private static readonly XColor Brand = ColourOf(HouseStyle.Brand);
    private static readonly XColor Accent = ColourOf(HouseStyle.Accent);
    private static readonly XColor Ink = ColourOf(HouseStyle.Text);

    private readonly PdfDocument _document;
    private readonly StructureBuilder _structure;
    private XGraphics _page;
    private double _top = Margin;

    public LetterSheet(PdfDocument document, StructureBuilder structure)
    {
        (_document, _structure) = (document, structure);
        _page = NewPage();
    }

    private double Width => _page.PageSize.Width - (2 * Margin);

    private double Bottom => _page.PageSize.Height - Margin;

    /// <summary>Draws a text, which keeps its ends of lines, as one element; one that a page has no room for goes on as a second one.</summary>
    public void Draw(PdfBlockLevelElementTag tag, string text, LetterStyleOfText style)
    {
        _top += style.Before;
        var font = FontOf(style);
        foreach (var part in PartsOf(LinesOf(text, font, Width), style))
        {
            _structure.BeginElement(tag);
            DrawLines(part, font, style, Margin);
            _structure.End();
        }

        _top += style.After;
    }

    /// <summary>Draws the items of a list.</summary>
    public void DrawList(IReadOnlyList<string> items)
    {
        var font = FontOf(Text);
        foreach (var item in items)
        {
            foreach (var (index, part) in PartsOf(LinesOf(item, font, Width - Indent), Text).Index())
            {
                _structure.BeginElement(PdfBlockLevelElementTag.List);
                _structure.BeginElement(PdfBlockLevelElementTag.ListItem);
                if (index == 0)
                {
                    _structure.BeginElement(PdfBlockLevelElementTag.Label);
                    _page.DrawString(Bullet, font, new XSolidBrush(Ink), Margin, _top + Text.Size);
                    _structure.End();
                }

                _structure.BeginElement(PdfBlockLevelElementTag.ListBody);
                DrawLines(part, font, Text, Margin + Indent);
                _structure.End();
                _structure.End();
                _structure.End();
            }

            _top += 3;
        }

        _top += Text.After - 3;
    }

    /// <summary>Draws the logo in the corner, which says nothing that the sender's name does not.</summary>
    public void DrawLogo()
    {
        using var logo = XImage.FromFile(HouseStyle.LogoFile);
        var scale = Math.Min(LogoHeight / logo.PixelHeight, LogoWidth / logo.PixelWidth);
        var (width, height) = (logo.PixelWidth * scale, logo.PixelHeight * scale);
        _structure.BeginArtifact();
        _page.DrawImage(logo, Margin + Width - width, _top, width, height);
        _structure.End();
    }

    /// <summary>Draws the line below the sender, which says nothing.</summary>
    public void DrawLine()
    {
        _structure.BeginArtifact();
        _page.DrawLine(new XPen(Accent, 1.5), Margin, _top, Margin + Width, _top);
        _structure.End();
        _top += 24;
    }

    public void Dispose() => _page.Dispose();

    private void DrawLines(IReadOnlyList<string> lines, XFont font, LetterStyleOfText style, double left)
    {
        var brush = new XSolidBrush(style.IsBold ? Brand : Ink);
        foreach (var line in lines)
        {
            var from = left;
            foreach (var run in LetterRun.Of(line))
            {
                DrawRun(run, font, brush, style, from);
                from += WidthOf(run.Text, font);
            }

            _top += style.Size * LineHeight;
        }
    }

    private void DrawRun(LetterRun run, XFont font, XSolidBrush brush, LetterStyleOfText style, double left)
    {
        if (run.Language is { } language)
        {
            _structure.BeginElement(PdfInlineLevelElementTag.Span);
            _structure.SetLanguage(language);
        }

        _page.DrawString(run.Text, font, brush, left, _top + style.Size);
        if (run.Language is not null)
        {
            _structure.End();
        }
    }

    // Marks of a language are not drawn.
    private double WidthOf(string text, XFont font) => _page.MeasureString(LetterRun.Plain(text), font).Width;

    // As many lines at a time as the page has room for. A heading does not stand alone at the foot of one.
    private IEnumerable<IReadOnlyList<string>> PartsOf(List<string> lines, LetterStyleOfText style)
    {
        var height = style.Size * LineHeight;
        var together = style.IsBold ? lines.Count + 2 : 1;
        while (lines.Count > 0)
        {
            if (_top + (together * height) > Bottom)
            {
                _page.Dispose();
                _page = NewPage();
            }

            var fitting = Math.Clamp((int)((Bottom - _top) / height), 1, lines.Count);
            yield return lines[..fitting];
            lines = lines[fitting..];
        }
    }

    private List<string> LinesOf(string text, XFont font, double width)
    {
        var lines = new List<string>();
        foreach (var typed in text.Split('\n'))
        {
            var line = "";
            foreach (var word in typed.TrimEnd('\r').Split(' ').SelectMany(word => PiecesOf(word, font, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && WidthOf(longer, font) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return [.. LetterRun.Whole(lines)];
    }

    // A word that is longer than a line, such as an address of a page, goes on on the next one.
    private IEnumerable<string> PiecesOf(string word, XFont font, double width)
    {
        var rest = word;
        while (WidthOf(rest, font) > width)
        {
            var length = rest.Length - 1;
            while (length > 1 && WidthOf(rest[..length], font) > width)
            {
                length--;
            }

            yield return rest[..length];
            rest = rest[length..];
        }

        yield return rest;
    }

    private XGraphics NewPage()
    {
        var page = _document.AddPage();
        page.Size = PageSize.A4;
        _top = Margin;
        return XGraphics.FromPdfPage(page);
    }

    private static XColor ColourOf(string colour) => XColor.FromArgb(Convert.ToInt32($"0xff{colour[1..]}", 16));

    private static XFont FontOf(LetterStyleOfText style) =>
        new(LetterFonts.Family, style.Size, style.IsBold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
}

/// <summary>How a text is drawn.</summary>
/// <param name="Size">Height of the letters, in points.</param>
/// <param name="IsBold">For headings, which have the colour of the house.</param>
/// <param name="Before">Room above, in points.</param>
/// <param name="After">Room below, in points.</param>
internal sealed record LetterStyleOfText(double Size, bool IsBold, double Before, double After);
