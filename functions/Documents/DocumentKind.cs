using System.Diagnostics;

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

/// <summary>What follows from a document's kind.</summary>
public static class DocumentKindExtensions
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>For the <c>accept</c> attribute of a file field: helps to choose, decides nothing.</summary>
    public const string AllExtensions = ".pdf,.jpg,.jpeg,.png,.odt,.docx,.xlsx";

    extension(DocumentKind kind)
    {
        /// <summary>The media type that the document is served with.</summary>
        public string ContentType => kind switch
        {
            DocumentKind.Pdf => "application/pdf",
            DocumentKind.Jpeg => "image/jpeg",
            DocumentKind.Png => "image/png",
            DocumentKind.Odt => "application/vnd.oasis.opendocument.text",
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
