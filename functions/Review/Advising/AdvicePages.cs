using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review.Advising;

/// <summary>The page on which a colleague gives advice, behind a personal link. Nothing there tells what anybody wants to decide.</summary>
public sealed class AdvicePages(
    PersonalLinks links, InitiativeTable initiatives, DocumentDesk documents, CaseTalkTable table, Consultations consultations, AddressBook addresses)
{
    public const string AnswerField = "advies";

    /// <summary>Last part of the address at which a colleague says that they are involved.</summary>
    public const string InvolvedSegment = "betrokken";

    /// <summary>The tick that says so; a button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string InvolvedField = "betrokken";

    private const string Route = LinkPaths.Advice + "/{token}";

    [Function(nameof(ShowAdvice))]
    public Task<IResult> ShowAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(token, visit => ShowAsync(visit, "", [], cancellation), cancellation);

    [Function(nameof(GiveAdvice))]
    public Task<IResult> GiveAdvice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async visit =>
            {
                var answer = (await request.ReadFormAsync(cancellation)).Text(AnswerField);
                var errors = new FormErrors();
                errors.Require(AnswerField, answer, "Vul uw advies in.", Advice.LongestText);
                if (errors.Any || !visit.IsAwaited)
                {
                    return await ShowAsync(visit, answer, errors, cancellation);
                }

                await consultations.GiveAsync(visit.Initiative, visit.Asked, answer, cancellation);
                return Page.SeeOther(visit.Address);
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
            var errors = new FormErrors { { InvolvedField, "Zet een vinkje als u betrokken bent. Dan geeft u geen advies." } };
            return await OpenAsync(token, visit => ShowAsync(visit, "", errors, cancellation), cancellation);
        }

        // Also for who said so before: should the app have stopped in between, the mail to who asked still goes out.
        return await FindAsync(
            token,
            async visit =>
            {
                if (visit.IsAwaited)
                {
                    await consultations.DeclineAsync(visit.Initiative, visit.Asked, cancellation);
                }

                return Page.SeeOther(visit.Address);
            },
            cancellation);
    }

    /// <summary>A document of the case, for who gives advice on it.</summary>
    [Function(nameof(OpenAdviceDocument))]
    public Task<IResult> OpenAdviceDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/document/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        OpenAsync(token, visit => documents.OpenSentAsync(visit.Initiative, id, DocumentView.Download, cancellation), cancellation);

    // Whatever shows something of the case passes here: who is involved gets no further.
    private Task<IResult> OpenAsync(string token, Func<Visit, Task<IResult>> show, CancellationToken cancellation) => FindAsync(
        token,
        visit => visit.MaySeeCase ? show(visit) : Task.FromResult(Page.Show<AdviceInvolvedPage>(new { visit.Initiative.Id })),
        cancellation);

    private Task<IResult> FindAsync(string token, Func<Visit, Task<IResult>> act, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.Advice,
        async (link, initiative) =>
        {
            var advices = (await table.GetAsync(initiative.Id, cancellation)).Advices;
            var asked = advices.FirstOrDefault(advice => advice.Number == link.Round)
                ?? throw new InvalidOperationException($"{initiative.Id} has no advice {link.Round}, but a link to it.");
            return await act(new Visit(initiative, asked, LinkPaths.AddressOf(LinkPurpose.Advice, token)));
        },
        cancellation);

    private async Task<IResult> ShowAsync(Visit visit, string answer, FormErrors errors, CancellationToken cancellation) => Page.Show<AdvicePage>(
        new
        {
            visit.Initiative,
            Application = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation),
            Documents = await documents.ListSentAsync(visit.Initiative, cancellation),
            Advice = visit.Asked,
            visit.IsAwaited,
            AskedBy = addresses.Find(visit.Asked.AskedBy).Name,
            visit.Address,
            Answer = answer,
            Errors = errors,
        },
        errors);

    /// <summary>A colleague on the page.</summary>
    private sealed record Visit(Initiative Initiative, Advice Asked, string Address)
    {
        public bool MaySeeCase => Initiative.MaySeeCase(Asked.Of);

        /// <summary>False once the case is closed, and for who decides on it by now: a place, and so a conflict of interest, is handed over there.</summary>
        public bool IsAwaited => !Initiative.IsClosed && !Initiative.Panel.Seats.Contains(Asked.Of);
    }
}
