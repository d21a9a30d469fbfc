using System.Globalization;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Worklist;

/// <summary>
/// Mails the coordinator when little is left of the money of a year, at seven in the morning in town. The day of a mail is remembered before it is sent and names
/// it, so that a crash in between neither loses nor doubles it.
/// </summary>
public sealed class LowPotTimer(WorklistTable table, PotLedger ledger, OfficePost post, LinkMaker links, People people, Policy policy, TimeProvider clock)
{
    [Function(nameof(WarnOfLowPot))]
    public async Task WarnOfLowPot([TimerTrigger("0 0 5,6 * * MON-FRI")] TimerInfo timer, CancellationToken cancellation)
    {
        if (LocalTime.MorningOf(clock.GetUtcNow()) is not { } today || !policy.WorkingDays.IsWorkingDay(today))
        {
            return;
        }

        foreach (var pot in policy.Pots.Where(pot => pot.Year >= today.Year))
        {
            if (pot.WarnBelow is { } warnBelow)
            {
                await WarnAsync(pot.Year, warnBelow, today, cancellation);
            }
        }
    }

    private async Task WarnAsync(int year, Euro warnBelow, DateOnly today, CancellationToken cancellation)
    {
        var balance = await ledger.GetBalanceAsync(year, cancellation);
        if (balance.Total == Euro.Zero)
        {
            return;
        }

        var told = await table.FindLowPotAsync(year, cancellation);
        if (LowPot.Next(told, balance.Available, warnBelow, today) is not { } now)
        {
            return;
        }

        if (now != told)
        {
            await table.SetLowPotAsync(year, now, cancellation);
        }

        if (now.IsToBeTold(warnBelow, today))
        {
            var key = new MailKey($"overview-{Actor.Coordinator}", string.Create(CultureInfo.InvariantCulture, $"low-pot-{year}-{now.ToldOn.ToIso()}"), MailKind.ToProfessional);
            await post.TellAsync(key, Actor.Coordinator, people.Find(Actor.Coordinator), ComposeAsync, cancellation);
        }

        async Task<MailMessage> ComposeAsync() => LowPotMail.Compose(
            balance,
            await ledger.GetWaitingListAsync(year, cancellation),
            warnBelow,
            await links.NewOverviewAsync(Actor.Coordinator, cancellation));
    }
}
