using System.Security.Cryptography;
using System.Text.Json;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings;

/// <summary>
/// Writes letters. The words are frozen when the letter is decided on, so that no later policy or build alters them; a version, page and PDF, is made for each
/// day on which the letter is sent, since the last day to object goes by that day (Awb 6:8). Neither is ever changed. A translation goes with the letter all the way.
/// </summary>
public sealed class LetterWriter(
    LetterWords words, HtmlPages pages, LetterStore store, InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    /// <summary>Freezes the words of a letter; those that were frozen before stay.</summary>
    /// <exception cref="InvalidOperationException">A part that the law asks is missing; the message says which letter.</exception>
    public Task FreezeAsync(Letter letter, LetterModel model, CancellationToken cancellation) => store.StoreAsync(
        letter.WordsName, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(words.Of(model), StoredJson.Options)), "application/json", cancellation);

    /// <summary>Forgets the words of a letter that was not decided on after all. May be repeated.</summary>
    public Task ForgetAsync(Letter letter, CancellationToken cancellation) => store.RemoveAsync(letter.WordsName, cancellation);

    /// <summary>Makes the version of a day, unless there is one; of a letter from before there were versions none is made. May be repeated.</summary>
    /// <returns>The letter with that version.</returns>
    public async Task<Letter> MakeAsync(string initiativeId, string letterName, DateOnly sentOn, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        var letter = initiative.LetterNamed(letterName);
        if (letter.Versions.Any(made => made.SentOn == sentOn) || await store.FindAsync(letter.WordsName, cancellation) is not { } frozen)
        {
            return letter;
        }

        Language.Speak(Language.Dutch);
        var version = await StoreAsync(letter, DocumentIn(frozen).SentOn(sentOn, policy.WorkingDays), sentOn, cancellation);
        var made = new InitiativeEvent(
            $"letter-made-{initiative.NumberOf(letterName)}-{sentOn.ToIso()}",
            InitiativeEventKind.LetterMade,
            clock.GetUtcNow(),
            Actor.Workflow,
            $"Verzonden op {sentOn.InWords()}. {HashesOf(version)}" + (version.Translation is { } translation ? $" Vertaling: {HashesOf(translation)}" : ""));
        var saved = await initiatives.ChangeAsync(initiativeId, made, current => current.With(letterName, version), cancellation);
        return saved.Initiative.LetterNamed(letterName);
    }

    private async Task<LetterVersion> StoreAsync(Letter letter, LetterDocument document, DateOnly sentOn, CancellationToken cancellation)
    {
        var name = $"{Path.ChangeExtension(letter.BlobName, null)}-{sentOn.ToIso()}";
        var files = await StoreAsync(name, document, cancellation);
        return new LetterVersion(sentOn, files.Page, files.Pdf, files.PageSha256, files.PdfSha256)
        {
            Translation = document.Translation is { } translation ? await StoreAsync($"{name}.{translation.Language}", translation, cancellation) : null,
        };
    }

    private async Task<LetterFiles> StoreAsync(string name, LetterDocument document, CancellationToken cancellation)
    {
        var page = BinaryData.FromString(await pages.RenderAsync<LetterLayout>(new { Letter = document }));
        var storedPage = await store.StoreAsync($"{name}.html", page, "text/html; charset=utf-8", cancellation);
        var storedPdf = await store.StoreAsync($"{name}.pdf", BinaryData.FromBytes(LetterPdf.Write(document)), "application/pdf", cancellation);
        return new LetterFiles($"{name}.html", $"{name}.pdf", HashOf(storedPage), HashOf(storedPdf));
    }

    private static LetterDocument DocumentIn(BinaryData frozen) => frozen.ToObjectFromJson<LetterDocument>(StoredJson.Options)!;

    private static string HashesOf(LetterFiles files) => $"SHA-256 van de pagina: {files.PageSha256}. SHA-256 van de PDF: {files.PdfSha256}.";

    private static string HashOf(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
}
