using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator does to the legal date of a case.</summary>
public sealed class TermChanges(InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    /// <summary>Extends the term, or tells a later date, once, and has the applicant told (Awb 4:14). Doing so twice tells them once.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="reason">Why, in words for the applicant.</param>
    /// <param name="by">Who wants it so.</param>
    /// <returns><see cref="Saved.TooLate"/> when the term has passed, was extended before, or the case is closed.</returns>
    public async Task<Saved> ExtendAsync(
        DurableTaskClient client, string initiativeId, string reason, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var saved = await initiatives.ChangeAsync(
            initiativeId,
            ExtensionNotice.Key,
            current => Extended(current, LocalTime.DayOf(now)) is { } changed
                ? new Change(changed, new InitiativeEvent(ExtensionNotice.Key, KindOf(changed.Clock!), now, by, reason))
                : null,
            cancellation);
        if (saved is not Saved.TooLate)
        {
            await client.StartExtensionNoticeAsync(initiativeId, cancellation);
        }

        return saved;
    }

    /// <summary>Notes on which day a notice of default was received (Awb 4:17). Another day corrects an earlier one.</summary>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="day">Day of receipt, after the legal date; it may be that of a letter that reached the desk after the decision.</param>
    /// <param name="by">Who notes it.</param>
    public async Task NoteDefaultAsync(string initiativeId, DateOnly day, Actor by, CancellationToken cancellation)
    {
        // Counted, since the day that was noted first may turn out to be right after all.
        var earlier = (await initiatives.GetEventsAsync(initiativeId, cancellation))
            .Count(happened => happened.Kind == InitiativeEventKind.DefaultNoticeReceived);
        var key = $"default-notice-{earlier}-{day.ToIso()}";
        var noted = new InitiativeEvent(key, InitiativeEventKind.DefaultNoticeReceived, clock.GetUtcNow(), by, day.InWords());
        await initiatives.ChangeAsync(
            initiativeId, noted, current => current.DefaultNoticeOn == day ? null : current with { DefaultNoticeOn = day }, cancellation);
    }

    private static InitiativeEventKind KindOf(LegalClock legal) =>
        legal.Source.ExtensionMovesTheEnd ? InitiativeEventKind.TermExtended : InitiativeEventKind.LaterDateTold;

    private Initiative? Extended(Initiative current, DateOnly today) =>
        !current.IsClosed && current.Clock!.Extend(today, policy.For(current).Terms.Extension, policy.WorkingDays) is ClockChange.Changed changed
            ? current.With(changed.Clock, policy)
            : null;
}
