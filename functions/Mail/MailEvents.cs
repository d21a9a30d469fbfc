using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Mail;

/// <summary>
/// Marks in the log what became of mails after the mail service took them. A mail that came back is told to the coordinator, once: one with a decision or an
/// invitation in its case, and any other to a professional in the overview. May run twice for the same event.
/// </summary>
public sealed class MailEvents(MailLog log, CasePost cases, OfficePost office, People people, InitiativeTable initiatives, TimeProvider clock)
{
    // A mail is remembered just after it was taken, and the mail service may tell of it before.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    /// <summary>Takes in what was told.</summary>
    /// <returns>False when it has to be told again: one of the mails is not remembered yet.</returns>
    public async Task<bool> TakeAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        var areAllKnown = true;
        foreach (var told in events)
        {
            if (told is { Fate: { } fate, CaseId.Length: > 0, Step.Length: > 0 })
            {
                areAllKnown &= await TakeAsync(told, fate, cancellation) || !IsFresh(told);
            }
        }

        return areAllKnown;
    }

    private async Task<bool> TakeAsync(MailEvent told, MailFate fate, CancellationToken cancellation)
    {
        if (await log.MarkAsync(told.CaseId!, told.Step!, fate, cancellation) is not { } mail)
        {
            return false;
        }

        if (fate is MailFate.Bounced or MailFate.Dropped && mail is { Kind: { } kind, Person: { } person })
        {
            await ReportAsync(new MailKey(told.CaseId!, mail.Step, kind) { Person = person }, mail, told, cancellation);
        }

        return true;
    }

    private async Task ReportAsync(MailKey key, SentMail mail, MailEvent told, CancellationToken cancellation)
    {
        var person = key.Person!;
        if (key.Kind is MailKind.Decision or MailKind.Invitation && await initiatives.FindAsync(key.CaseId, cancellation) is not null)
        {
            if (!await ArrivedLaterAsync(key, mail, cancellation))
            {
                var to = await people.FindAsync(key.CaseId, person, cancellation);
                await cases.ReportUndeliveredAsync(key, person, to with { Email = told.Email ?? to.Email }, cancellation);
            }
        }
        else if (person.IsProfessional)
        {
            var to = people.Find(person);
            await office.ReportAsync(person, key.Kind, to with { Email = told.Email ?? to.Email }, cancellation);
        }
    }

    // A decision that was mailed again since, as to another address.
    private async Task<bool> ArrivedLaterAsync(MailKey key, SentMail mail, CancellationToken cancellation) =>
        key.Kind == MailKind.Decision
        && (await log.ListAsync(key.CaseId, key.Person!, cancellation))
            .Any(other => other is { Kind: MailKind.Decision, HasFailed: false, Fate: not MailFate.Offered } && other.At > mail.At);

    private bool IsFresh(MailEvent told) => clock.GetUtcNow().ToUnixTimeSeconds() - told.Timestamp < Moment.TotalSeconds;
}
