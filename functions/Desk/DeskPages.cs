using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>The coordinator's page of one case: how it stands, and what the coordinator can do.</summary>
public sealed class DeskPages(PersonalLinks links, DeskViews views, TermDesk terms, HandOvers handOvers)
{
    public const string Extend = "verlengen";
    public const string HandOver = "overdragen";
    public const string Notice = "ingebrekestelling";
    private const string Route = LinkPaths.Desk + "/{token}";

    [Function(nameof(ShowCase))]
    public Task<IResult> ShowCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Desk,
            async (_, initiative) => Show(token, await views.BuildAsync(initiative, cancellation), DeskForm.Empty, []),
            cancellation);

    /// <summary>Extends the term, once (Awb 4:14).</summary>
    [Function(nameof(ExtendTerm))]
    public Task<IResult> ExtendTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Extend)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ActAsync(
            request,
            token,
            async visit =>
            {
                if (visit.Form.ReadReason(visit.Errors) is { } reason
                    && await terms.ExtendAsync(client, visit.View.Initiative.Id, reason, visit.Person, cancellation) is Saved.TooLate)
                {
                    visit.Errors.Add("", "De termijn is niet verlengd. Bij \"De termijn verlengen\" leest u waarom.");
                }
            },
            cancellation);

    /// <summary>Gives somebody's place on the panel to somebody else.</summary>
    [Function(nameof(HandSeatOver))]
    public Task<IResult> HandSeatOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + HandOver)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ActAsync(
            request,
            token,
            async visit =>
            {
                var initiative = visit.View.Initiative;
                if (!visit.Form.IsDoneIn(initiative)
                    && visit.Form.ReadHandOver(visit.View, visit.Errors) is var (from, to)
                    && await handOvers.HandOverAsync(client, initiative, from, to, HandOverReason.Coordinator, visit.Person, cancellation) is Saved.TooLate)
                {
                    visit.Errors.Add("", "De plaats is niet overgedragen: er is intussen iets veranderd. Kijk wie er nu beslist.");
                }
            },
            cancellation);

    /// <summary>Notes that a notice of default was received (Awb 4:17).</summary>
    [Function(nameof(NoteDefault))]
    public Task<IResult> NoteDefault(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + Notice)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ActAsync(
            request,
            token,
            async visit =>
            {
                if (visit.Form.ReadNotice(visit.View, visit.Errors) is { } day)
                {
                    await terms.NoteDefaultAsync(visit.View.Initiative.Id, day, visit.Person, cancellation);
                }
            },
            cancellation);

    private Task<IResult> ActAsync(HttpRequest request, string token, Func<Visit, Task> act, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Desk,
            async (link, initiative) =>
            {
                var form = DeskForm.Read(await request.ReadFormAsync(cancellation));
                var visit = new Visit(link.Person, await views.BuildAsync(initiative, cancellation), form, []);
                await act(visit);
                return visit.Errors.Any
                    ? Show(token, visit.View, form, visit.Errors)
                    : Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.Desk, token));
            },
            cancellation);

    private static IResult Show(string token, DeskView view, DeskForm form, FormErrors errors) => Page.Show<DeskPage>(
        new { View = view, Address = LinkPaths.AddressOf(LinkPurpose.Desk, token), Form = form, Errors = errors },
        errors);

    /// <summary>Somebody on the page with a form filled in.</summary>
    private sealed record Visit(string Person, DeskView View, DeskForm Form, FormErrors Errors);
}
