using System.Globalization;
using System.Text;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Small PDF files, made here.</summary>
internal static class Pdfs
{
    /// <summary>One empty page.</summary>
    public static byte[] OnePage { get; } = Of("<</Type/Catalog/Pages 2 0 R>>");

    /// <summary>The same with a script that runs on opening.</summary>
    public static byte[] WithScript { get; } = Of("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>");

    private static byte[] Of(string catalog)
    {
        string[] objects = [catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        foreach (var (index, content) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        return Encoding.ASCII.GetBytes($"{pdf}{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    }
}
