using System.Diagnostics;

namespace Initiatiefloket.Documents;

/// <summary>The kinds of file that we take.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,
    Odt,
    Ods,
    Docx,
    Xlsx,
}

/// <summary>What follows from a document's kind.</summary>
public static class DocumentKindExtensions
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>
    /// For the <c>accept</c> attribute of a file field: helps to choose, decides nothing. Also of photos that are kept as another kind
    /// (<see cref="PictureFormat"/>).
    /// </summary>
    public const string AllExtensions = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.webp,.tif,.tiff,.odt,.ods,.docx,.xlsx";

    extension(DocumentKind kind)
    {
        /// <summary>The media type that the document is served with.</summary>
        public string ContentType => kind switch
        {
            DocumentKind.Pdf => "application/pdf",
            DocumentKind.Jpeg => "image/jpeg",
            DocumentKind.Png => "image/png",
            DocumentKind.Odt => OpenDocument + "text",
            DocumentKind.Ods => OpenDocument + "spreadsheet",
            DocumentKind.Docx => OpenXml + "wordprocessingml.document",
            DocumentKind.Xlsx => OpenXml + "spreadsheetml.sheet",
            _ => throw new UnreachableException(),
        };

        /// <summary>Extensions that a file of this kind may have, the usual one first.</summary>
        public IReadOnlyList<string> Extensions => kind == DocumentKind.Jpeg ? [".jpg", ".jpeg"] : [$".{kind.ToString().ToLowerInvariant()}"];

        /// <summary>What people call it.</summary>
        public string Name => kind == DocumentKind.Jpeg ? "JPEG" : kind.ToString().ToUpperInvariant();

        /// <summary>Whether browsers can show it.</summary>
        public bool CanBeShown => kind is DocumentKind.Pdf or DocumentKind.Jpeg or DocumentKind.Png;
    }
}
