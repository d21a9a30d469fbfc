using System.Globalization;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small PDF files, made here.</summary>
internal static class Pdfs
{
    private const string Pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

    /// <summary>One empty page.</summary>
    public static byte[] OnePage { get; } = Of("<</Type/Catalog/Pages 2 0 R>>");

    /// <summary>The same with a script that runs on opening.</summary>
    public static byte[] WithScript { get; } = Of("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>");

    /// <summary>The same as another program has it: the table is an object.</summary>
    public static byte[] WithTableAsObject { get; } = TableAsObject();

    /// <summary>The same, encrypted.</summary>
    /// <param name="encryption">The dictionary that says how.</param>
    public static byte[] Encrypted(string encryption) =>
        Of("<</Type/Catalog/Pages 2 0 R>>", "/Encrypt 4 0 R /ID[<31415926535897932384626433832795><31415926535897932384626433832795>]", encryption);

    /// <summary>The same with something in front, which the places in it count too.</summary>
    public static byte[] CountedFrom(string before, bool isTableAnObject) =>
        isTableAnObject ? TableAsObject(before) : Of("<</Type/Catalog/Pages 2 0 R>>", before: before);

    private static byte[] Of(string catalog, string trailer = "", string? fourth = null, string before = "")
    {
        string[] objects = [catalog, Pages, Page, .. fourth is null ? Array.Empty<string>() : [fourth]];
        var (pdf, places) = Body(objects, before);
        var table = string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        var size = objects.Length + 1;
        return Encoding.Latin1.GetBytes(
            $"{pdf}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{pdf.Length}\n%%EOF\n");
    }

    private static byte[] TableAsObject(string before = "")
    {
        var (pdf, places) = Body(["<</Type/Catalog/Pages 2 0 R>>", Pages, Page], before);
        byte[] rows = [0, 0, 0, .. places.Append(pdf.Length).SelectMany(place => new byte[] { 1, (byte)(place >> 8), (byte)place })];
        return
        [
            .. Encoding.Latin1.GetBytes($"{pdf}4 0 obj\n<</Type/XRef/Size 5/W[1 2 0]/Root 1 0 R/Length {rows.Length}>>\nstream\n"),
            .. rows,
            .. Encoding.Latin1.GetBytes($"\nendstream\nendobj\nstartxref\n{pdf.Length}\n%%EOF\n"),
        ];
    }

    private static (string Pdf, IReadOnlyList<int> Places) Body(IReadOnlyList<string> objects, string before)
    {
        var pdf = new StringBuilder(before + "%PDF-1.5\n");
        var places = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        return (pdf.ToString(), places);
    }
}
