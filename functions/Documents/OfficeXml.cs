using System.Text;
using System.Xml;

namespace Initiatiefloket.Documents;

/// <summary>
/// Looks in a part of an office file for what does more than be read: programs and what starts them, foreign files (OLE), and whatever is fetched
/// from elsewhere without a click (ODF 1.3 part 3; ECMA-376 part 1 for Word and Excel, part 2, 9.3 for relationships).
/// </summary>
internal static class OfficeXml
{
    /// <summary>Pictures that are XML; programs that draw begin theirs with a DTD.</summary>
    public const string Picture = ".svg";

    private const string XLink = "http://www.w3.org/1999/xlink";
    private const string Program = "vnd.sun.star.script:";

    private static readonly string[] Hyperlinks =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink",
    ];

    /// <summary>A reader that fetches nothing and takes no DTD.</summary>
    public static XmlReader ReaderOf(Stream part, DtdProcessing dtd = DtdProcessing.Prohibit) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = dtd,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>Whether a part has an element of this name.</summary>
    /// <exception cref="XmlException">It is no XML, or has a DTD.</exception>
    public static bool Has(Stream part, string element)
    {
        using var reader = ReaderOf(part);
        var found = false;
        while (reader.Read())
        {
            found |= reader.NodeType == XmlNodeType.Element && reader.LocalName == element;
        }

        return found;
    }

    /// <summary>Why a file with this part is not taken, or null.</summary>
    /// <param name="part">Its content.</param>
    /// <param name="name">Its place in the file.</param>
    /// <exception cref="XmlException">It is no XML, or has a DTD.</exception>
    public static DocumentProblem? FindProblem(Stream part, string name)
    {
        using var reader = ReaderOf(part, name.EndsWith(Picture, StringComparison.OrdinalIgnoreCase) ? DtdProcessing.Ignore : DtdProcessing.Prohibit);
        var fields = new WordFields();
        while (reader.Read())
        {
            fields.Read(reader);
            if (reader.NodeType == XmlNodeType.Element && (OfElement(reader) ?? OfAttributes(reader, name)) is { } problem)
            {
                return problem;
            }
        }

        return fields.Fetch ? DocumentProblem.FetchesElsewhere : null;
    }

    private static DocumentProblem? OfElement(XmlReader element) => element.LocalName switch
    {
        "Relationship" => OfRelationship(element.GetAttribute("Type") ?? "", element.GetAttribute("TargetMode") ?? ""),
        "event-listener" or "script" => DocumentProblem.Macros,
        "OLEObject" or "oleObject" or "oleLink" or "object-ole" or "applet" or "plugin" or "floating-frame" => DocumentProblem.ForeignObject,
        "ddeLink" or "attachedTemplate" => DocumentProblem.FetchesElsewhere,
        var other when other.StartsWith("dde-", StringComparison.Ordinal) => DocumentProblem.FetchesElsewhere,
        _ => null,
    };

    private static DocumentProblem? OfRelationship(string type, string mode) => type[(type.LastIndexOf('/') + 1)..] switch
    {
        "vbaProject" or "control" or "activeXControlBinary" or "xlMacrosheet" or "xlIntlMacrosheet" => DocumentProblem.Macros,
        "oleObject" or "aFChunk" => DocumentProblem.ForeignObject,
        "attachedTemplate" or "connections" => DocumentProblem.FetchesElsewhere,
        _ when mode.Trim().Equals("External", StringComparison.OrdinalIgnoreCase) && !Hyperlinks.Contains(type) => DocumentProblem.FetchesElsewhere,
        _ => null,
    };

    private static DocumentProblem? OfAttributes(XmlReader reader, string part)
    {
        var (isClicked, isDrawn) = (reader.LocalName == "a", reader.LocalName == "imagedata");
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            var value = reader.Value.Trim();
            if (value.StartsWith(Program, StringComparison.OrdinalIgnoreCase) || (value.Length > 0 && reader.LocalName == "macro"))
            {
                return DocumentProblem.Macros;
            }

            if ((reader is { LocalName: "href", NamespaceURI: XLink } && !isClicked && Leaves(value, part))
                || (reader.LocalName == "src" && isDrawn && Leaves(value, part))
                || (reader.LocalName == "formula" && value.Contains("DDE(", StringComparison.OrdinalIgnoreCase)))
            {
                return DocumentProblem.FetchesElsewhere;
            }
        }

        reader.MoveToElement();
        return null;
    }

    /// <summary>Whether an address is outside the file.</summary>
    private static bool Leaves(string address, string part)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var hasScheme = colon >= 0 && address.AsSpan(0, colon).IndexOfAny('/', '#') < 0 && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
        var steps = address.Replace('\\', '/').Split('/');
        return hasScheme || address is ['/' or '\\', ..] || steps.Count(step => step == "..") > part.Count(letter => letter == '/');
    }

    /// <summary>Fields of Word (ECMA-376 part 1, 17.16), of which the code may stand in pieces, and in each other.</summary>
    private sealed class WordFields
    {
        private const int MostCode = 10_000;

        private readonly Stack<StringBuilder> _open = new();
        private bool _isCode;

        /// <summary>Whether one of them is told to fetch something by DDE; one that works out its own name may be.</summary>
        public bool Fetch { get; private set; }

        public void Read(XmlReader reader)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                _isCode = reader is { LocalName: "instrText", IsEmptyElement: false };
                Begin(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                _isCode = false;
            }
            else if (_isCode && _open.TryPeek(out var code) && code.Length < MostCode)
            {
                code.Append(reader.Value);
            }
        }

        private void Begin(XmlReader element)
        {
            if (element.LocalName == "fldSimple")
            {
                Look(AttributeOf(element, "instr"));
            }
            else if (element.LocalName == "fldChar")
            {
                Turn(AttributeOf(element, "fldCharType"));
            }
        }

        private void Turn(string what)
        {
            if (what == "begin")
            {
                Fetch |= _open.TryPeek(out var outer) && string.IsNullOrWhiteSpace(outer.ToString());
                _open.Push(new StringBuilder());
            }
            else if (what == "end" && _open.TryPop(out var code))
            {
                Look(code.ToString());
            }
        }

        private void Look(string code)
        {
            var name = code.TrimStart().Split((char[]?)null, 2)[0].Trim('"');
            Fetch |= name.Equals("DDE", StringComparison.OrdinalIgnoreCase) || name.Equals("DDEAUTO", StringComparison.OrdinalIgnoreCase);
        }

        private static string AttributeOf(XmlReader reader, string name) => reader.GetAttribute(name, reader.NamespaceURI) ?? "";
    }
}
