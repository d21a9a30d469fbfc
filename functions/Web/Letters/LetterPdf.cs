using System.Diagnostics;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Initiatiefloket.Web;

/// <summary>
/// A letter as PDF, with the same words as its page: title, language, and a structure of headings, paragraphs and lists for screen readers. Whether it meets
/// PDF/UA in all respects nobody checked; the page is the accessible form.
/// </summary>
public static class LetterPdf
{
    // The library keeps fonts in places that all documents share.
    private static readonly Lock OneAtATime = new();

    /// <summary>Writes the letter, with the days filled in.</summary>
    /// <returns>The bytes of the file.</returns>
    public static byte[] Write(LetterDocument letter)
    {
        lock (OneAtATime)
        {
            LetterFonts.Use();
            using var document = new PdfDocument();
            document.Info.Title = $"{letter.Subject} - {letter.Sender}";
            document.Info.Author = letter.Sender;
            document.Language = letter.Language;
            document.ViewerPreferences.DisplayDocTitle = true;
            var accessibility = UAManager.ForDocument(document);
            accessibility.SetDocumentLanguage(letter.Language);
            using (var sheet = new LetterSheet(document, accessibility.StructureBuilder))
            {
                Draw(letter, sheet);
            }

            using var file = new MemoryStream();
            document.Save(file);
            return file.ToArray();
        }
    }

    private static void Draw(LetterDocument letter, LetterSheet sheet)
    {
        foreach (var paragraph in letter.Notice)
        {
            sheet.Draw(PdfBlockLevelElementTag.Paragraph, paragraph, LetterSheet.Notice);
        }

        // Beside the sender, whose lines are short.
        sheet.DrawLogo();
        sheet.Draw(PdfBlockLevelElementTag.Paragraph, letter.Sender, LetterSheet.Sender);
        sheet.Draw(PdfBlockLevelElementTag.Paragraph, string.Join('\n', letter.SenderAddress), LetterSheet.Text);
        sheet.DrawLine();
        sheet.Draw(PdfBlockLevelElementTag.Paragraph, string.Join('\n', letter.Addressee), LetterSheet.Text);
        sheet.Draw(PdfBlockLevelElementTag.Paragraph, string.Join('\n', letter.Facts.Select(fact => $"{fact.Name}: {fact.Value}")), LetterSheet.Text);
        sheet.Draw(PdfBlockLevelElementTag.Heading1, letter.Subject, LetterSheet.Title);
        Draw(letter.Body, sheet);
        sheet.Draw(PdfBlockLevelElementTag.Paragraph, $"{letter.Closing}\n\n{string.Join('\n', letter.SignedBy)}", LetterSheet.Text);
        Draw(letter.Below, sheet);
    }

    private static void Draw(IReadOnlyList<LetterBlock> blocks, LetterSheet sheet)
    {
        foreach (var block in blocks)
        {
            switch (block.Kind)
            {
                case LetterBlockKind.Heading:
                    sheet.Draw(PdfBlockLevelElementTag.Heading2, block.Lines[0], LetterSheet.Heading);
                    break;
                case LetterBlockKind.Paragraph:
                    sheet.Draw(PdfBlockLevelElementTag.Paragraph, block.Lines[0], LetterSheet.Text);
                    break;
                case LetterBlockKind.List:
                    sheet.DrawList(block.Lines);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }
}
