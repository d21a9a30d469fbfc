using System.Diagnostics;
using Azure;
using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Worklist;

/// <summary>
/// What is done with several cases at once: a page that lists what will happen in each, one press, and the same page with what came of it. It is read from the cases
/// each time, so that looking again, or pressing twice, does nothing twice.
/// </summary>
public sealed partial class TogetherPages(
    PersonalLinks links,
    OverviewGate gate,
    WorklistViews cases,
    HandOvers handOvers,
    TermChanges terms,
    Confirmations confirming,
    Policy policy,
    TimeProvider clock,
    ILogger<TogetherPages> logger)
{
    private const string Route = LinkPaths.Overview + "/{token}/" + WorklistPaths.Together;

    private LinkPage<TogetherRequest> ThisPage => new(links, LinkPurpose.Overview)
    {
        InPlace = visit => visit.Person == Actor.Coordinator ? gate.InPlace(visit) : Page.NotFound(),
        Read = (_, posted) => TogetherRequest.Read(posted, policy),
        Show = async (visit, cancellation) => Page.Show<TogetherPage>(
            new { Request = visit.Form, Cases = await ReadAsync(visit.Form, cancellation), Address = visit.Address, visit.Errors }, visit.Errors),
    };

    /// <summary>From the list to the page that shows what will happen; it does nothing yet.</summary>
    [Function(nameof(ChooseCases))]
    public Task<IResult> ChooseCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => Task.FromResult(Page.SeeOther(AddressOf(visit, visit.Form))), cancellation);

    [Function(nameof(ShowTogether))]
    public Task<IResult> ShowTogether(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => Task.FromResult(TogetherRequest.Read(visit.Request.Query, policy)), cancellation);

    /// <summary>Does it in each case in which it can be done, where the policy asks for that once it is confirmed with a code.</summary>
    [Function(nameof(CarryOutTogether))]
    public Task<IResult> CarryOutTogether(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + WorklistPaths.CarryOut)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => CarryOutAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> CarryOutAsync(DurableTaskClient client, LinkVisit<TogetherRequest> visit, CancellationToken cancellation)
    {
        var asked = visit.Form;
        if (asked.ToAct() is not { } act)
        {
            visit.Errors.Add(WorklistPaths.ToField, "Kies wie de zaken krijgt.");
            return await ThisPage.Show(visit, cancellation);
        }

        if (act is Together.Extension)
        {
            visit.Errors.Require(WorklistPaths.ReasonField, asked.Reason, "Vul in waarom u meer tijd nodig heeft. De aanvragers lezen dit in de mail.", DeskForm.LongestReason);
        }

        var chosen = (await ReadAsync(asked, cancellation)).Where(one => one.Step is TogetherStep.WillDo).ToList();
        if (visit.Errors.Any)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var needsCode = chosen.Any(one => one.Initiative.NeedsCode(policy));
        return await confirming.ActAsync(visit, needsCode, WorklistPaths.Together, InWords(act, chosen.Count), CarryOutNowAsync, cancellation);

        async Task<IResult> CarryOutNowAsync()
        {
            foreach (var one in chosen)
            {
                await TryAsync(client, act, one.Initiative, asked.Reason, cancellation);
            }

            return Page.SeeOther(AddressOf(visit, asked with { IsDone = true }));
        }
    }

    // What fails in one case keeps no other from it; the page shows that it is still to be done.
    private async Task TryAsync(DurableTaskClient client, Together act, Initiative initiative, string reason, CancellationToken cancellation)
    {
        try
        {
            await CarryOutAsync(client, act, initiative, reason, cancellation);
        }
        catch (RequestFailedException exception)
        {
            Log.CaseFailed(logger, exception, initiative.Id);
        }
    }

    // Also what came too late is told by the case itself.
    private async Task<Saved> CarryOutAsync(DurableTaskClient client, Together act, Initiative initiative, string reason, CancellationToken cancellation) => act switch
    {
        Together.HandOver change => await handOvers.HandOverAsync(
            client, initiative, change.GiverIn(initiative)!, change.To, HandOverReason.Coordinator, Actor.Coordinator, cancellation),
        Together.Extension => await terms.ExtendAsync(client, initiative.Id, reason, Actor.Coordinator, cancellation),
        _ => throw new UnreachableException(),
    };

    private async Task<IReadOnlyList<TogetherCase>> ReadAsync(TogetherRequest asked, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var found = await Task.WhenAll(asked.Cases.Select(id => cases.FindCaseAsync(id, cancellation)));
        return
        [
            .. found.OfType<Initiative>().Select(initiative =>
                new TogetherCase(initiative, asked.ToAct()?.In(initiative, policy, today) ?? new TogetherStep.WillDo(WaitsFor.InWords(WorkItem.Of(initiative, policy), policy)))),
        ];
    }

    private string InWords(Together act, int number)
    {
        var what = number == 1 ? "1 zaak" : $"{number} zaken";
        return act switch
        {
            Together.HandOver change => $"{what} overdragen aan {policy.NameOf(change.To)}",
            Together.Extension => $"Meer tijd voor het besluit in {what}",
            _ => throw new UnreachableException(),
        };
    }

    private static string AddressOf(LinkVisit visit, TogetherRequest asked) => $"{visit.Address}/{WorklistPaths.Together}{asked.ToAddress()}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What was done with several cases failed in one. Initiative: {InitiativeId}.")]
        public static partial void CaseFailed(ILogger logger, Exception exception, string initiativeId);
    }
}
