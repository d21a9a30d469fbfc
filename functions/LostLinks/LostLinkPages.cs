using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.LostLinks;

/// <summary>
/// The page for people who lost their links. It does the same for each address, known or not: looking up and mailing is a workflow's, which runs after the
/// answer. The workflow gets the key of the address; the address to mail to is the one that we have.
/// </summary>
[TwoLanguages]
public sealed class LostLinkPages(
    LinkIndex index, HumanChecks humans, RateLimits limits, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const string EmailField = "email";

    [Function(nameof(ShowLostLink))]
    public IResult ShowLostLink([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Lost)] HttpRequest request) => Show("", new FormErrors());

    [Function(nameof(AskForLinks))]
    public async Task<IResult> AskForLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Lost)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        var email = form.Value(EmailField);
        var errors = new FormErrors();
        errors.CheckEmail(EmailField, email, texts, texts["Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."]);
        humans.Look(form, errors);
        if (errors.Any)
        {
            return Show(email, errors);
        }

        var keys = await index.KeysOfAsync(email, cancellation);
        if (await limits.WaitForMailAsync(request.HttpContext, Mailbox.Of(email), once: null, cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        var asked = new LostLinksRequest(keys[0], clock.GetUtcNow()) { FormerKeys = [.. keys.Skip(1)] };
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(LostLinks), asked, cancellation);
        return Page.SeeOther($"/{LinkPaths.Lost}/verstuurd");
    }

    [Function(nameof(LinksSent))]
    public IResult LinksSent([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Lost + "/verstuurd")] HttpRequest request) =>
        Page.Show<LinksSentPage>();

    private static IResult Show(string email, FormErrors errors) => Page.Show<LostLinkPage>(
        new { Email = email, Errors = errors }, errors);
}
