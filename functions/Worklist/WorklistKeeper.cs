using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Worklist;

/// <summary>Keeps the line of a case right, at each change of the case; and on request, for what was there before there were lines, or was missed.</summary>
public sealed class WorklistKeeper(WorklistTable table, Policy policy) : ICaseFollower
{
    /// <inheritdoc/>
    public async Task FollowAsync(CaseChanged changed, CancellationToken cancellation)
    {
        var (before, after) = (changed.Before, changed.After);
        if (after.ReceivedAt is null)
        {
            return;
        }

        var mailFailed = MailFailed(changed.Happened);
        if (before?.ReceivedAt is not null && before.AwaitsDecision == after.AwaitsDecision)
        {
            // Most changes of a case show nowhere in the list.
            var line = WorkItem.Of(after, policy);
            if (mailFailed is null && IsSame(line, WorkItem.Of(before, policy)))
            {
                return;
            }

            if (after.AwaitsDecision && await table.TryChangeOpenAsync(line, mailFailed, cancellation))
            {
                return;
            }
        }

        await PutAsync(changed.Initiatives, after, cancellation);
    }

    /// <summary>Writes the line of a case that was received, whole. May be repeated.</summary>
    /// <returns>False when it stood there as it is.</returns>
    public async Task<bool> PutAsync(InitiativeTable initiatives, Initiative initiative, CancellationToken cancellation)
    {
        var events = await initiatives.GetEventsAsync(initiative.Id, cancellation);
        var item = WorkItem.Of(initiative, policy) with
        {
            Applicant = (await initiatives.GetApplicantAsync(initiative.Id, cancellation)).Name,
            IsMailFailed = MailFailed(events) == true,
            EndedAt = initiative.AwaitsDecision ? null : (events.LastOrDefault(happened => ListedCase.Ends(happened.Kind)) ?? events[^1]).At,
        };
        return await table.PutAsync(item, cancellation);
    }

    // Of mail to the applicant; mail to professionals has a list of its own (Mail/Undelivered.cs).
    private static bool? MailFailed(IReadOnlyList<InitiativeEvent> events)
    {
        bool? failed = null;
        foreach (var happened in events)
        {
            failed = Fails(happened) ? true : Mends(happened) ? false : failed;
        }

        return failed;
    }

    private static bool Fails(InitiativeEvent happened) => happened.Kind is InitiativeEventKind.LetterNotSent or InitiativeEventKind.LetterNotDelivered
        || (happened.Kind is InitiativeEventKind.MailRefused or InitiativeEventKind.MailNotDelivered && happened.Note == Actor.Applicant.ToString());

    private static bool Mends(InitiativeEvent happened) =>
        happened.Kind is InitiativeEventKind.LetterPosted or InitiativeEventKind.EmailChanged or InitiativeEventKind.ContactCorrected;

    private static bool IsSame(WorkItem one, WorkItem other) => one.Text == other.Text;
}
