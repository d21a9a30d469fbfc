using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>The letters that the applicant was sent, and their translations, each as a page and as a PDF.</summary>
[TwoLanguages]
public sealed class LetterPages(PersonalLinks links, SentLetters letters)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Letter + "/{number}";
    private const string TranslationRoute = Route + "/" + StatusAddress.Translation;

    [Function(nameof(ShowLetter))]
    public Task<IResult> ShowLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (_, letter) => letters.ShowAsync(letter, cancellation), cancellation);

    [Function(nameof(OpenLetterPdf))]
    public Task<IResult> OpenLetterPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + StatusAddress.Pdf)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (id, letter) => letters.OpenPdfAsync(id, letter, cancellation), cancellation);

    [Function(nameof(ShowTranslation))]
    public Task<IResult> ShowTranslation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = TranslationRoute)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (_, letter) => letters.ShowTranslationAsync(letter, cancellation), cancellation);

    [Function(nameof(OpenTranslationPdf))]
    public Task<IResult> OpenTranslationPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = TranslationRoute + "/" + StatusAddress.Pdf)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (id, letter) => letters.OpenTranslationPdfAsync(id, letter, cancellation), cancellation);

    private Task<IResult> OpenAsync(string token, string number, Func<string, Letter?, Task<IResult>> open, CancellationToken cancellation) => links.OpenAsync(
        token, LinkPurpose.Status, visit => open(visit.Initiative.Id, SentLetters.Find(visit.Initiative, number)), cancellation);
}
