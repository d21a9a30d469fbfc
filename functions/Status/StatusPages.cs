using Initiatiefloket.Budget;
using Initiatiefloket.Documents;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The applicant's own page: where the application stands, what happens next and by when.</summary>
[TwoLanguages]
public sealed class StatusPages(
    PersonalLinks links,
    InitiativeTable initiatives,
    DocumentLibrary documents,
    PotLedger pot,
    Policy policy,
    IStringLocalizer<Texts> texts,
    TimeProvider clock)
{
    [Function(nameof(ShowStatus))]
    public Task<IResult> ShowStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = StatusAddress.Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Status, visit => ShowAsync(visit.Initiative, token, cancellation), cancellation);

    [Function(nameof(OpenDocument))]
    public Task<IResult> OpenDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = StatusAddress.Route + "/" + StatusAddress.Document + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Status, visit => documents.OpenOfCaseAsync(visit.Initiative.Id, id, cancellation), cancellation);

    private async Task<IResult> ShowAsync(Initiative initiative, string token, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var attached = await documents.ListCaseAsync(initiative.Id, cancellation);
        var events = await initiatives.GetEventsAsync(initiative.Id, cancellation);
        var story = StatusStory.Of(initiative, events, policy.For(initiative), texts, clock.GetUtcNow());
        var changes = await initiatives.GetContactChangesAsync(initiative.Id, cancellation);
        return Page.Show<StatusPage>(new
        {
            View = new StatusView(initiative, application, attached, story, token)
            {
                Waiting = changes.WaitingAt(clock.GetUtcNow()),
                Standing = initiative.IsClosed ? null : await pot.FindStandingAsync(initiative.PotYear, initiative.Id, cancellation),
                Time = TimeView.Of(initiative, policy.For(initiative), clock.GetUtcNow()),
            },
        });
    }
}

/// <summary>What the status page shows.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Application">What was filled in.</param>
/// <param name="Documents">What was sent along, also with answers.</param>
/// <param name="Story">Where it stands.</param>
/// <param name="Token">The token in the address.</param>
public sealed record StatusView(
    Initiative Initiative, Application Application, IReadOnlyList<Document> Documents, StatusStory Story, string Token)
{
    /// <summary>A change of the applicant's data that does not count yet; null when there is none.</summary>
    public ContactChange? Waiting { get; init; }

    /// <summary>Where the application stands in the line for money; null once it is closed, or when it has no place.</summary>
    public LineStanding? Standing { get; init; }

    /// <summary>A part of the amount that waits for an answer; null when there is none.</summary>
    public PartOffer? Part => PartOffer.Of(Initiative, Standing?.Place);

    /// <summary>What the applicant can do about more time.</summary>
    public TimeView Time { get; init; } = new(Open: null, MayAsk: false);

    /// <summary>The rounds in which something was asked and answered, oldest first.</summary>
    public IEnumerable<Verdict> Answered =>
        Initiative.Verdicts.Where(verdict => verdict is { Kind: VerdictKind.Ask, AnsweredAt: not null }).OrderBy(verdict => verdict.Round);

    /// <summary>What was sent along with the application.</summary>
    public IReadOnlyList<Document> WithApplication =>
        [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>True while an answer of the applicant is awaited.</summary>
    public bool IsAsked => Initiative.AcceptsAnswers(Initiative.Round);

    /// <summary>Address of one of the applicant's pages.</summary>
    public string Address(string page) => StatusAddress.Of(Token, page);
}
