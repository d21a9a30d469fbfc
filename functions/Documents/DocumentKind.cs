namespace Initiatiefloket.Documents;

/// <summary>The kinds of file that we take.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,
    Odt,
    Docx,
    Xlsx,
}
