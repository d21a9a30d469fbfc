using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Support;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>The coordinator's page of one case: how it stands, and what the coordinator can do.</summary>
public sealed class DeskPages(PersonalLinks links, DeskViews views, TermChanges terms, HandOvers handOvers, Releases releases)
{
    public const string Extend = "verlengen";
    public const string HandOver = "overdragen";
    public const string Notice = "ingebrekestelling";
    private const string Route = LinkPaths.Desk + "/{token}";

    private LinkPage<DeskForm> ThisPage => new(links, LinkPurpose.Desk)
    {
        Read = (_, posted) => DeskForm.Read(posted),
        Show = async (visit, cancellation) => Page.Show<DeskPage>(
            new { View = await views.BuildAsync(visit.Initiative, cancellation), visit.Address, visit.Form, visit.Errors },
            visit.Errors),
    };

    [Function(nameof(ShowCase))]
    public Task<IResult> ShowCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, DeskForm.Empty, cancellation);

    /// <summary>Extends the term, once (Awb 4:14).</summary>
    [Function(nameof(ExtendTerm))]
    public Task<IResult> ExtendTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Extend)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => ExtendAsync(client, visit, cancellation), cancellation);

    /// <summary>Gives somebody's place on the panel to somebody else.</summary>
    [Function(nameof(HandSeatOver))]
    public Task<IResult> HandSeatOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + HandOver)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => HandOverAsync(client, visit, cancellation), cancellation);

    /// <summary>Notes that a notice of default was received (Awb 4:17).</summary>
    [Function(nameof(NoteDefault))]
    public Task<IResult> NoteDefault(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Notice)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => NoteAsync(visit, cancellation), cancellation);

    /// <summary>Lets neighbours read the plan, or not any more.</summary>
    [Function(nameof(ReleaseAtDesk))]
    public Task<IResult> ReleaseAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + ReleaseForm.Segment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.Desk, visit => releases.ActAsync(visit, cancellation), cancellation);

    private async Task ExtendAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.ReadReason(visit.Errors) is { } reason
            && await terms.ExtendAsync(client, visit.Initiative.Id, reason, visit.Person, cancellation) is Saved.TooLate)
        {
            visit.Errors.Add("", "De termijn is niet verlengd. Bij \"De termijn verlengen\" leest u waarom.");
        }
    }

    private async Task HandOverAsync(DurableTaskClient client, LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var (initiative, form) = (visit.Initiative, visit.Form);
        if (!form.IsDoneIn(initiative)
            && form.ReadHandOver(await views.BuildAsync(initiative, cancellation), visit.Errors) is var (from, to)
            && await handOvers.HandOverAsync(client, initiative, from, to, HandOverReason.Coordinator, visit.Person, cancellation) is Saved.TooLate)
        {
            visit.Errors.Add("", "De plaats is niet overgedragen: er is intussen iets veranderd. Kijk wie er nu beslist.");
        }
    }

    private async Task NoteAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.ReadNotice(await views.BuildAsync(visit.Initiative, cancellation), visit.Errors) is { } day)
        {
            await terms.NoteDefaultAsync(visit.Initiative.Id, day, visit.Person, cancellation);
        }
    }
}
