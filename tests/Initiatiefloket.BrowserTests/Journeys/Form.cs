using System.Text;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>The pages of the form, by the last part of their address.</summary>
internal static class Form
{
    public const string Idea = "idee";
    public const string Where = "waar-en-wanneer";
    public const string Costs = "kosten";

    /// <summary>Beside the others: the last page leads there and it leads back.</summary>
    public const string Documents = "documenten";

    public const string About = "over-u";
    public const string Check = "controleren";

    /// <summary>Those that everybody goes through, in order.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Idea, Where, Costs, About, Check];

    /// <summary>A PDF with one empty page.</summary>
    public static FilePayload Pdf(string name) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes(
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Size 4/Root 1 0 R>>
            startxref
            9
            %%EOF

            """),
    };
}
