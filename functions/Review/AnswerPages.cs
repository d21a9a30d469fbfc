using System.Diagnostics;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The page on which the applicant answers the professional's questions, in one go or in several.</summary>
[TwoLanguages]
public sealed class AnswerPages(
    PersonalLinks links, InitiativeTable initiatives, Answering answering, DocumentLibrary documents, IStringLocalizer<Texts> texts)
{
    private const string Route = StatusAddress.Route + "/" + StatusAddress.Answer;

    private LinkPage<AnswerForm> ThisPage => new(links, LinkPurpose.Status)
    {
        // When no answers are awaited the status page says how it went on.
        InPlace = visit => visit.Initiative.AcceptsAnswers(visit.Initiative.Round) ? null : Page.SeeOther(StatusAddress.Of(visit.Token)),
        Read = (visit, posted) => AnswerForm.From(posted, visit.Initiative),
        Show = (visit, cancellation) => ShowAsync(visit, other: null, cancellation),
    };

    [Function(nameof(ShowQuestions))]
    public Task<IResult> ShowQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => answering.FillAsync(visit.Initiative, cancellation), cancellation);

    /// <summary>Keeps the answers; when the applicant sends them and each question has one, they count.</summary>
    [Function(nameof(AnswerQuestions))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> AnswerQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(
            token,
            async visit => await KeepAsync(visit, cancellation) switch
            {
                AnswersKept.Now(var kept) when kept.IsSending => await SendAsync(client, visit with { Form = kept }, cancellation),
                var outcome => await AfterKeepingAsync(visit, outcome, cancellation),
            },
            cancellation);

    /// <summary>Removes a document from an answer. What was typed is kept too: the button stands in the same form.</summary>
    [Function(nameof(RemoveAnswerDocument))]
    [RequestSizeLimit(UploadLimits.RequestBytes)]
    public Task<IResult> RemoveAnswerDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{question}/{document}/verwijderen")] HttpRequest request,
        string token,
        string question,
        string document,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(
            token,
            async visit =>
            {
                if (AnswerForm.AskedIn(visit.Initiative).Questions.FirstOrDefault(asked => asked.Id == question) is { } asked)
                {
                    await documents.RemoveAsync(asked.OwnerIn(visit.Initiative.Id), document, cancellation);
                }

                return await AfterKeepingAsync(visit, await KeepAsync(visit, cancellation), cancellation);
            },
            cancellation);

    private async Task<AnswersKept> KeepAsync(LinkVisit<AnswerForm> visit, CancellationToken cancellation) =>
        await answering.KeepAsync(visit, (await visit.Request.ReadFormAsync(cancellation)).Files, cancellation);

    private async Task<IResult> SendAsync(DurableTaskClient client, LinkVisit<AnswerForm> visit, CancellationToken cancellation)
    {
        var sentAlong = await documents.ListCaseAsync(visit.Initiative.Id, cancellation);
        visit.Form.CheckComplete(AnswerForm.AskedIn(visit.Initiative), sentAlong, texts, visit.Errors);
        if (visit.Errors.Any)
        {
            return await ShowAsync(visit, other: null, cancellation);
        }

        await answering.SendAsync(client, visit, cancellation);
        return Page.SeeOther(StatusAddress.Of(visit.Token));
    }

    private async Task<IResult> AfterKeepingAsync(LinkVisit<AnswerForm> visit, AnswersKept outcome, CancellationToken cancellation) => outcome switch
    {
        AnswersKept.Now or AnswersKept.NotAwaited => Page.SeeOther(StatusAddress.Of(visit.Token, StatusAddress.Answer)),
        AnswersKept.Refused(var form) => await ShowAsync(visit with { Form = form }, other: null, cancellation),
        AnswersKept.ChangedElsewhere(var form, var other) => await ShowAsync(visit with { Form = form }, other, cancellation),
        _ => throw new UnreachableException(),
    };

    private async Task<IResult> ShowAsync(LinkVisit<AnswerForm> visit, AnswerForm? other, CancellationToken cancellation)
    {
        var shown = new
        {
            visit.Initiative,
            Application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation),
            Documents = await documents.ListCaseAsync(visit.Initiative.Id, cancellation),
            visit.Token,
            visit.Form,
            visit.Errors,
            Other = other,
        };
        return other is null ? Page.Show<AnswerPage>(shown, visit.Errors) : Page.Show<AnswerPage>(shown, StatusCodes.Status409Conflict);
    }
}
