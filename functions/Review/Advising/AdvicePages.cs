using Initiatiefloket.Confirming;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review.Advising;

/// <summary>The page on which a colleague gives advice. Nothing there tells what anybody wants to decide.</summary>
public sealed class AdvicePages(
    PersonalLinks links,
    InitiativeTable initiatives,
    DocumentLibrary documents,
    CaseTalkTable table,
    Consultations consultations,
    Confirmations confirming,
    People people,
    Policy policy)
{
    public const string AnswerField = "advies";

    /// <summary>Last part of the address at which a colleague says that they are involved.</summary>
    public const string InvolvedSegment = "betrokken";

    /// <summary>The tick that says so; a button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string InvolvedField = "betrokken";

    private const string Route = LinkPaths.Advice + "/{token}";

    private LinkPage<string> ThisPage => new(links, LinkPurpose.Advice)
    {
        InPlace = ForInvolved,
        Read = (_, posted) => posted.Text(AnswerField),
        Show = ShowAsync,
    };

    [Function(nameof(ShowAdvice))]
    public Task<IResult> ShowAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, "", cancellation);

    [Function(nameof(GiveAdvice))]
    public Task<IResult> GiveAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(
            token,
            async visit =>
            {
                visit.Errors.Require(AnswerField, visit.Form, "Vul uw advies in.", Advice.LongestText);
                if (!visit.Errors.Any && IsAwaited(visit))
                {
                    await consultations.GiveAsync(visit.Initiative, await FindAsync(visit, cancellation), visit.Form, cancellation);
                }
            },
            cancellation);

    /// <summary>Lets a colleague say that they are involved in the initiative (Awb 2:4), and so give no advice.</summary>
    [Function(nameof(DeclineAdvice))]
    public async Task<IResult> DeclineAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + InvolvedSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        if (!(await request.ReadFormAsync(cancellation)).ContainsKey(InvolvedField))
        {
            return await ThisPage.PostAsync(token, AskForTick, cancellation);
        }

        return await links.OpenAsync(token, LinkPurpose.Advice, visit => ConfirmDeclineAsync(visit, cancellation), cancellation);
    }

    private Task<IResult> ConfirmDeclineAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var needsCode = visit.Initiative.NeedsCode(policy) && IsAwaited(visit) && visit.Initiative.MaySeeCase(visit.Person);
        return confirming.ActAsync(visit, needsCode, "conflict", "U bent betrokken en geeft geen advies", DeclineAsync, cancellation);

        // Also for whoever said so before: should the app have stopped in between, the mail to whoever asked still goes out.
        async Task<IResult> DeclineAsync()
        {
            if (IsAwaited(visit))
            {
                await consultations.DeclineAsync(visit.Initiative, await FindAsync(visit, cancellation), cancellation);
            }

            return Page.SeeOther(visit.Address);
        }
    }

    /// <summary>A document of the case, for whoever gives advice on it.</summary>
    [Function(nameof(OpenAdviceDocument))]
    public Task<IResult> OpenAdviceDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/document/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Advice,
            async visit => ForInvolved(visit) ?? await documents.OpenSentAsync(visit.Initiative, id, DocumentView.Download, cancellation),
            cancellation);

    // What shows something of the case passes here: who is involved gets no further.
    private static IResult? ForInvolved(LinkVisit visit) =>
        visit.Initiative.MaySeeCase(visit.Person) ? null : Page.Show<AdviceInvolvedPage>(new { visit.Initiative.Id });

    // Not once the case is closed, nor from whoever decides on it by now: a place, and so a conflict of interest, is handed over there.
    private static bool IsAwaited(LinkVisit visit) => !visit.Initiative.IsClosed && !visit.Initiative.Panel.Seats.Contains(visit.Person);

    private static Task AskForTick(LinkVisit<string> visit)
    {
        visit.Errors.Add(InvolvedField, "Zet een vinkje als u betrokken bent. Dan geeft u geen advies.");
        return Task.CompletedTask;
    }

    private async Task<Advice> FindAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var advices = (await table.GetAsync(visit.Initiative.Id, cancellation)).Advices;
        return advices.FirstOrDefault(advice => advice.Number == visit.Link.Round)
            ?? throw new InvalidOperationException($"{visit.Initiative.Id} has no advice {visit.Link.Round}, but a link to it.");
    }

    private async Task<IResult> ShowAsync(LinkVisit<string> visit, CancellationToken cancellation)
    {
        var asked = await FindAsync(visit, cancellation);
        return Page.Show<AdvicePage>(
            new
            {
                visit.Initiative,
                Application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation),
                Documents = await documents.ListSentAsync(visit.Initiative, cancellation),
                Advice = asked,
                IsAwaited = IsAwaited(visit),
                AskedBy = people.Find(asked.AskedBy).Name,
                visit.Address,
                Answer = visit.Form,
                visit.Errors,
            },
            visit.Errors);
    }
}
