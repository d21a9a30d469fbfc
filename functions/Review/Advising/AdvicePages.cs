using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review.Advising;

/// <summary>The page on which a colleague gives advice, behind a personal link. Nothing there tells what anybody wants to decide.</summary>
public sealed class AdvicePages(
    PersonalLinks links, InitiativeTable initiatives, DocumentDesk documents, CaseTalkTable table, AdviceDesk desk, AddressBook addresses)
{
    public const string AnswerField = "advies";
    private const string Route = LinkPaths.Advice + "/{token}";

    [Function(nameof(ShowAdvice))]
    public Task<IResult> ShowAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token, LinkPurpose.Advice, (link, initiative) => ShowAsync(token, link, initiative, "", [], cancellation), cancellation);

    [Function(nameof(GiveAdvice))]
    public Task<IResult> GiveAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Advice,
            async (link, initiative) =>
            {
                var answer = (await request.ReadFormAsync(cancellation)).Text(AnswerField);
                var errors = new FormErrors();
                errors.Require(AnswerField, answer, "Vul uw advies in.", Advice.LongestText);
                if (errors.Any || initiative.IsClosed)
                {
                    return await ShowAsync(token, link, initiative, answer, errors, cancellation);
                }

                await desk.GiveAsync(initiative, await FindAsync(link, cancellation), answer, cancellation);
                return Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.Advice, token));
            },
            cancellation);

    /// <summary>A document of the case, for who gives advice on it.</summary>
    [Function(nameof(OpenAdviceDocument))]
    public Task<IResult> OpenAdviceDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/document/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Advice, (_, initiative) => documents.OpenOfCaseAsync(initiative.Id, id, cancellation), cancellation);

    private async Task<Advice> FindAsync(Link link, CancellationToken cancellation) =>
        await table.FindAdviceAsync(link.InitiativeId, link.Round, cancellation)
        ?? throw new InvalidOperationException($"{link.InitiativeId} has no advice {link.Round}, but a link to it.");

    private async Task<IResult> ShowAsync(
        string token, Link link, Initiative initiative, string answer, FormErrors errors, CancellationToken cancellation)
    {
        var advice = await FindAsync(link, cancellation);
        return Page.Show<AdvicePage>(
            new
            {
                Initiative = initiative,
                Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
                Documents = await documents.ListCaseAsync(initiative.Id, cancellation),
                Advice = advice,
                AskedBy = addresses.Find(advice.AskedBy).Name,
                Token = token,
                Answer = answer,
                Errors = errors,
            },
            errors);
    }
}
