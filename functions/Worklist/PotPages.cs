using Initiatiefloket.Budget;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Worklist;

/// <summary>The money of each year in one view: what is left, reserved and granted of each fund, and who waits.</summary>
public sealed class PotPages(PersonalLinks links, OverviewGate gate, PotLedger ledger, InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    private const int MostWaiting = 50;

    [Function(nameof(ShowPot))]
    public Task<IResult> ShowPot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Overview + "/{token}/" + WorklistPaths.Pot)] HttpRequest request,
        string token,
        CancellationToken cancellation) => links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async visit => visit.Person != Actor.Coordinator
                ? Page.NotFound()
                : gate.InPlace(visit) ?? Page.Show<PotPage>(new { visit.Address, Pots = await ReadAsync(cancellation) }),
            cancellation);

    private async Task<IReadOnlyList<PotSeen>> ReadAsync(CancellationToken cancellation)
    {
        var pots = new List<PotSeen>();
        var year = LocalTime.DayOf(clock.GetUtcNow()).Year;

        // The year of now first, then the next ones, then those that are over.
        foreach (var pot in policy.Pots.OrderBy(pot => pot.Year < year).ThenBy(pot => Math.Abs(pot.Year - year)))
        {
            var waiting = await ledger.GetWaitingListAsync(pot.Year, cancellation);
            var titles = await Task.WhenAll(waiting.Take(MostWaiting).Select(one => initiatives.FindAsync(one.InitiativeId, cancellation)));
            pots.Add(new PotSeen(
                await ledger.GetBalanceAsync(pot.Year, cancellation),
                [.. waiting.Take(MostWaiting).Zip(titles, (one, initiative) => new WaitingSeen(one, initiative?.Title ?? one.InitiativeId))],
                waiting.Count));
        }

        return pots;
    }
}

/// <summary>The money of a year as the coordinator sees it.</summary>
/// <param name="Balance">Its funds.</param>
/// <param name="Waiting">Who waits, first who is first; not all of a long list.</param>
/// <param name="WaitingCount">How many wait.</param>
public sealed record PotSeen(PotBalance Balance, IReadOnlyList<WaitingSeen> Waiting, int WaitingCount);

/// <summary>An initiative that waits for money.</summary>
public sealed record WaitingSeen(MoneyAsked Asked, string Title);
