using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Endings;

/// <summary>Shows letters as they were sent.</summary>
public sealed class SentLetters(LetterStore store)
{
    /// <summary>The letter with this number, counted from 1, that was announced.</summary>
    public static Letter? Find(Initiative initiative, string number) =>
        int.TryParse(number, out var counted) && counted >= 1 && counted <= initiative.Letters.Count && initiative.Letters[counted - 1] is { AnnouncedOn: not null } letter
            ? letter
            : null;

    /// <summary>The translation of a letter that was announced; null when there is none.</summary>
    public static LetterFiles? TranslationOf(Letter? letter) => letter?.Announced?.Translation;

    /// <summary>The letter as a page; not found when it was not announced.</summary>
    public async Task<IResult> ShowAsync(Letter? letter, CancellationToken cancellation) =>
        letter is null ? Page.NotFound() : Page.Letter(await ReadPageAsync(letter, cancellation));

    /// <summary>The letter as a PDF; not found when it was not announced, or is from before there were PDFs.</summary>
    public async Task<IResult> OpenPdfAsync(string initiativeId, Letter? letter, CancellationToken cancellation) =>
        letter?.Announced is { } version
            ? Page.Pdf((await store.ReadAsync(version.Pdf, cancellation)).ToArray(), $"brief-{initiativeId}.pdf")
            : Page.NotFound();

    /// <summary>The translation as a page; not found when there is none.</summary>
    public async Task<IResult> ShowTranslationAsync(Letter? letter, CancellationToken cancellation) =>
        TranslationOf(letter) is { } translation ? Page.Letter((await store.ReadAsync(translation.Page, cancellation)).ToString()) : Page.NotFound();

    /// <summary>The translation as a PDF; not found when there is none.</summary>
    public async Task<IResult> OpenTranslationPdfAsync(string initiativeId, Letter? letter, CancellationToken cancellation) =>
        TranslationOf(letter) is { } translation
            ? Page.Pdf((await store.ReadAsync(translation.Pdf, cancellation)).ToArray(), $"brief-{initiativeId}-en.pdf")
            : Page.NotFound();

    /// <summary>What is stored of a letter or of its translation.</summary>
    public async Task<byte[]> ReadAsync(string blobName, CancellationToken cancellation) => (await store.ReadAsync(blobName, cancellation)).ToArray();

    /// <summary>The page of a letter that was announced.</summary>
    public async Task<string> ReadPageAsync(Letter letter, CancellationToken cancellation) =>
        (await store.ReadAsync(letter.Announced?.Page ?? letter.BlobName, cancellation)).ToString();

    /// <summary>The PDF of a letter; null when there is none.</summary>
    public async Task<byte[]?> ReadPdfAsync(Letter letter, CancellationToken cancellation) =>
        letter.Announced is { } version ? (await store.ReadAsync(version.Pdf, cancellation)).ToArray() : null;
}
