using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Contact;

/// <summary>
/// Lets the applicant's data change: asked for on the status page, which whoever has a forwarded link can open, or put right at the desk. What was asked is told to
/// the present address before it counts. Each step may be repeated.
/// </summary>
public sealed class ContactChanging(
    InitiativeTable initiatives, CasePost post, ContactMails mails, ContactRequests requests, AddressMoves moves, Policy policy, TimeProvider clock)
{
    /// <summary>Notes what is asked and mails both addresses.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiative">The initiative.</param>
    /// <param name="seen">How the applicant stood when the form was filled.</param>
    /// <param name="wanted">The applicant as they are to be.</param>
    public async Task<ContactAsked> AskAsync(
        DurableTaskClient client, Initiative initiative, ApplicantContact seen, Applicant wanted, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var countsAt = policy.For(initiative).Terms.ContactChange.EndsAt(now, policy.WorkingDays);
        var asked = await initiatives.ChangeContactAsync(initiative.Id, before => Ask(before, seen, wanted, now, countsAt), cancellation);
        if (asked is not { Changes.Waiting: { } change })
        {
            return asked is null ? Why(await initiatives.GetContactAsync(initiative.Id, cancellation), seen) : new ContactAsked.Unchanged();
        }

        await client.StartOnceAsync(
            nameof(ContactChangeTimer), ContactChangeTimer.InstanceOf(initiative.Id, change.Number), new ContactChangeCase(initiative.Id, change.Number), cancellation);
        return await requests.MailAsync(initiative, change, cancellation);
    }

    /// <summary>One of the two addresses says yes.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiative">The initiative.</param>
    /// <param name="number">To which change.</param>
    /// <param name="isHere">True for the present address, false for the new one.</param>
    public async Task ConfirmAsync(DurableTaskClient client, Initiative initiative, int number, bool isHere, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var confirmed = await initiatives.ChangeContactAsync(
            initiative.Id,
            before => before.Changes.WaitingAt(now, number) is { } waiting
                ? StepTo(before, (before with { Changes = before.Changes with { Waiting = Confirmed(waiting, isHere) } }).Settle(now), now)
                : null,
            cancellation);
        if (confirmed?.Changes.WaitingAt(now, number) is { IsEmailReady: true, Email: { } email })
        {
            await moves.PrepareAsync(client, initiative, email, number, cancellation);
            confirmed = await initiatives.ChangeContactAsync(
                initiative.Id, before => before.CountEmail(number, now) is { } after ? StepTo(before, after, now) with { LinksDieAt = now } : null, cancellation);
            if (confirmed is not null)
            {
                await moves.WelcomeAsync(initiative, number, cancellation);
            }
        }

        await TellAfterGrantAsync(initiative, confirmed, number, cancellation);
    }

    /// <summary>Somebody at the present or the former address says that a change is not theirs.</summary>
    public async Task DisownAsync(Initiative initiative, int number, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await initiatives.ChangeContactAsync(initiative.Id, before => Disown(before, number, now), cancellation);
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        if (!contact.Changes.Disowned.Contains(number))
        {
            return;
        }

        var counted = contact.Changes.CountedOf(number);
        var toDesk = new CaseMail(initiative.Id, $"contact-disowned-{number}", MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
        await post.TellAsync(toDesk, link => ContactMails.Disowned(initiative, counted, link), cancellation);

        // Once an address counted, mail to the applicant goes to the one that is in dispute.
        if (counted.Count == 0)
        {
            var mail = new CaseMail(initiative.Id, $"contact-stopped-{number}", MailKind.ContactChange, Actor.Applicant, LinkPurpose.Status);
            await post.TellAsync(mail, link => mails.Stopped(initiative, link), cancellation);
        }
    }

    /// <summary>The coordinator puts the data right after a call; it counts at once, and both addresses are told.</summary>
    /// <returns>False when somebody changed it since the form was filled.</returns>
    public async Task<bool> CorrectAsync(
        DurableTaskClient client, Initiative initiative, string version, Applicant corrected, string reason, CancellationToken cancellation)
    {
        var (now, before) = (clock.GetUtcNow(), await initiatives.GetContactAsync(initiative.Id, cancellation));
        if (before.Version != version)
        {
            return false;
        }

        var (number, isMoved) = (before.Changes.Number + 1, corrected.Email != before.Applicant.Email);
        if (isMoved)
        {
            await moves.PrepareAsync(client, initiative, corrected.Email, number, cancellation);
        }

        var after = await initiatives.ChangeContactAsync(
            initiative.Id,
            current => current.Version == version
                ? new ContactStep(
                    current.Correct(corrected, now),
                    new InitiativeEvent($"contact-corrected-{number}", InitiativeEventKind.ContactCorrected, now, Actor.Coordinator, reason))
                {
                    LinksDieAt = isMoved ? now : null,
                }
                : null,
            cancellation);
        if (after is null)
        {
            return false;
        }

        if (isMoved)
        {
            await moves.WelcomeAsync(initiative, number, cancellation);
        }
        else
        {
            var differences = ContactDifference.Between(before.Applicant, corrected);
            var mail = new CaseMail(initiative.Id, $"contact-corrected-{number}", MailKind.ContactChange, Actor.Applicant, LinkPurpose.DisownChange, number);
            await post.TellAsync(mail, link => mails.Corrected(initiative, differences, link), cancellation);
        }

        return true;
    }

    /// <summary>Lets count what may, and drops what lapsed.</summary>
    /// <returns>When to look again; null when nothing of this change waits any more.</returns>
    public async Task<DateTimeOffset?> SettleAsync(string initiativeId, int number, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var settled = await initiatives.ChangeContactAsync(
            initiativeId,
            before => before.Changes.Waiting?.Number == number && before.Settle(now) is var after && after != before ? StepTo(before, after, now) : null,
            cancellation);
        if (settled is not null)
        {
            await TellAfterGrantAsync(await initiatives.GetAsync(initiativeId, cancellation), settled, number, cancellation);
        }

        return (await initiatives.GetContactChangesAsync(initiativeId, cancellation)).WaitingAt(now, number)?.NextAt(now);
    }

    private static ContactChange Confirmed(ContactChange waiting, bool isHere) =>
        isHere ? waiting with { IsConfirmedHere = true } : waiting with { IsConfirmedThere = true };

    private static ContactAsked Why(ApplicantContact stored, ApplicantContact seen) =>
        stored.Version != seen.Version ? new ContactAsked.ChangedElsewhere() : new ContactAsked.TooManyChanges();

    private static ContactStep? Disown(ApplicantContact before, int number, DateTimeOffset now)
    {
        var changes = before.Changes;
        if (changes.Disowned.Contains(number) || (changes.Waiting?.Number != number && changes.CountedOf(number).Count == 0))
        {
            return null;
        }

        var happened = new InitiativeEvent($"contact-disowned-{number}", InitiativeEventKind.ContactChangeDisowned, now, Actor.Applicant);
        return new ContactStep(before with { Changes = changes.Disown(number) }, happened)
        {
            // Whoever asked for it had a link. Once an address counted, new links would go to the one that is in dispute.
            LinksDieAt = changes.CountedOf(number).Any(part => part.Part == ContactPart.Email) ? null : now,
        };
    }

    /// <summary>The events of what counted or ended.</summary>
    private static ContactStep StepTo(ApplicantContact before, ApplicantContact after, DateTimeOffset now)
    {
        var happened = new List<InitiativeEvent>();
        var counted = after.Changes.Counted.Skip(before.Changes.Counted.Count).ToList();
        if (counted.Find(part => part.Part != ContactPart.Email) is { } details)
        {
            happened.Add(new InitiativeEvent($"contact-changed-{details.Number}", InitiativeEventKind.ContactChanged, now, Actor.Applicant));
        }

        if (counted.Find(part => part.Part == ContactPart.Email) is { } email)
        {
            happened.Add(new InitiativeEvent($"email-changed-to-{email.Number}", InitiativeEventKind.EmailChanged, now, Actor.Applicant));
        }

        if (happened.Count == 0 && before.Changes.Waiting is { } ended && after.Changes.Waiting is null)
        {
            happened.Add(new InitiativeEvent($"contact-ended-{ended.Number}", InitiativeEventKind.ContactChangeEnded, now, Actor.Workflow));
        }

        return new ContactStep(after, happened);
    }

    private ContactStep? Ask(ApplicantContact before, ApplicantContact seen, Applicant wanted, DateTimeOffset now, DateTimeOffset countsAt)
    {
        var number = before.Changes.Number + 1;
        var change = new ContactChange(
            number,
            now,
            countsAt,
            policy.Terms.ConfirmEmail.EndsAt(now, policy.WorkingDays))
        {
            Name = wanted.Name == before.Applicant.Name ? null : wanted.Name,
            Phone = wanted.Phone == before.Applicant.Phone ? null : wanted.Phone ?? "",
            Email = wanted.Email == before.Applicant.Email ? null : wanted.Email,
        };
        if (before.Changes.WaitingAt(now) is { } waiting && waiting.AppliedTo(before.Applicant) == wanted)
        {
            return new ContactStep(before);
        }

        if (before.Version != seen.Version || (!change.IsEmpty && before.Changes.Asked >= ContactChanges.Most))
        {
            return null;
        }

        return change.IsEmpty
            ? StepTo(before, before with { Changes = before.Changes.End() }, now)
            : new ContactStep(
                before with { Changes = before.Changes.Ask(change) },
                new InitiativeEvent($"contact-asked-{number}", InitiativeEventKind.ContactChangeAsked, now, Actor.Applicant));
    }

    private async Task TellAfterGrantAsync(Initiative initiative, ApplicantContact? contact, int number, CancellationToken cancellation)
    {
        if (initiative.State != InitiativeState.Granted || contact?.Changes.CountedOf(number) is not [_, ..] counted)
        {
            return;
        }

        var step = $"contact-after-grant-{number}-{counted.Count}";
        var mail = new CaseMail(initiative.Id, step, MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
        await post.TellAsync(mail, link => ContactMails.AfterGrant(initiative, counted, link), cancellation);
    }
}
