using System.IO.Compression;
using System.Text;
using Initiatiefloket.Documents;
using Initiatiefloket.Endings;
using Initiatiefloket.Web;

namespace Initiatiefloket.Status;

/// <summary>Writes a file as a ZIP: a page to read, data for programs, the letters and the documents.</summary>
public sealed class CaseFileZip(HtmlPages pages, SentLetters letters, DocumentLibrary documents)
{
    /// <summary>Writes it to a stream that need not seek; nothing but the document under way is in memory.</summary>
    public async Task WriteAsync(CaseFile file, Stream output, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        await AddAsync(zip, "aanvraag.html", await pages.RenderAsync<CaseFilePage>(new { File = file }), cancellation);
        await AddAsync(zip, "gegevens.json", CaseFileData.ToJson(file), cancellation);
        foreach (var (index, letter) in file.Initiative.Letters.Where(letter => letter.AnnouncedOn is not null).Index())
        {
            await AddAsync(zip, $"brieven/brief-{index + 1}.html", await letters.ReadPageAsync(letter, cancellation), cancellation);
            if (await letters.ReadPdfAsync(letter, cancellation) is { } pdf)
            {
                await AddAsync(zip, $"brieven/brief-{index + 1}.pdf", pdf, cancellation);
            }

            if (SentLetters.TranslationOf(letter) is { } translation)
            {
                await AddAsync(zip, $"brieven/brief-{index + 1}-vertaling.html", await letters.ReadAsync(translation.Page, cancellation), cancellation);
                await AddAsync(zip, $"brieven/brief-{index + 1}-vertaling.pdf", await letters.ReadAsync(translation.Pdf, cancellation), cancellation);
            }
        }

        foreach (var (index, document) in file.Documents.Index())
        {
            await AddAsync(zip, $"documenten/{index + 1}-{document.FileName}", document, cancellation);
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }

    /// <summary>Leaves out what cannot be opened: the virus scanner has not seen it yet, or refused it.</summary>
    private async Task AddAsync(ZipArchive zip, string name, Document document, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(document.Owner, document.Id, cancellation) is not { } content)
        {
            return;
        }

        await using (content)
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
            await content.CopyToAsync(entry, cancellation);
        }
    }
}
