using System.Reflection;
using PdfSharp.Fonts;

namespace Initiatiefloket.Web;

/// <summary>
/// The fonts of a PDF, from the app itself: a machine in Azure has none that a letter can count on. Source Sans 3 has the SIL Open Font License, which allows
/// to embed it in documents.
/// </summary>
internal sealed class LetterFonts : IFontResolver
{
    public const string Family = "Source Sans 3";
    private const string Regular = "SourceSans3-Regular.ttf";
    private const string Bold = "SourceSans3-Bold.ttf";

    /// <summary>Makes this the source of all fonts; may be repeated.</summary>
    public static void Use() => GlobalFontSettings.FontResolver ??= new LetterFonts();

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family && !isItalic ? new FontResolverInfo(isBold ? Bold : Regular) : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(faceName)
            ?? throw new InvalidOperationException($"The app has no font {faceName}.");
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
