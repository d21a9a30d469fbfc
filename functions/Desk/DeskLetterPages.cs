using Initiatiefloket.Endings;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>The letters of a case that were announced and their translations, for the coordinator to read and to print.</summary>
public sealed class DeskLetterPages(PersonalLinks links, SentLetters letters)
{
    private const string Route = LinkPaths.Desk + "/{token}/" + DeskPages.Letter + "/{number}";
    private const string TranslationRoute = Route + "/" + StatusAddress.Translation;

    [Function(nameof(ShowDecisionLetter))]
    public Task<IResult> ShowDecisionLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (_, letter) => letters.ShowAsync(letter, cancellation), cancellation);

    [Function(nameof(OpenDecisionPdf))]
    public Task<IResult> OpenDecisionPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + StatusAddress.Pdf)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (id, letter) => letters.OpenPdfAsync(id, letter, cancellation), cancellation);

    [Function(nameof(ShowDecisionTranslation))]
    public Task<IResult> ShowDecisionTranslation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = TranslationRoute)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (_, letter) => letters.ShowTranslationAsync(letter, cancellation), cancellation);

    [Function(nameof(OpenDecisionTranslationPdf))]
    public Task<IResult> OpenDecisionTranslationPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = TranslationRoute + "/" + StatusAddress.Pdf)] HttpRequest request,
        string token,
        string number,
        CancellationToken cancellation) =>
        OpenAsync(token, number, (id, letter) => letters.OpenTranslationPdfAsync(id, letter, cancellation), cancellation);

    private Task<IResult> OpenAsync(string token, string number, Func<string, Letter?, Task<IResult>> open, CancellationToken cancellation) => links.OpenAsync(
        token, LinkPurpose.Desk, visit => open(visit.Initiative.Id, SentLetters.Find(visit.Initiative, number)), cancellation);
}
