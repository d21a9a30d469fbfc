using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Contact;

/// <summary>The mails that ask about a change: to the new address whether it works, and to the present one whether it is so.</summary>
public sealed class ContactRequests(InitiativeTable initiatives, CasePost post, ContactMails mails, Resends resends, Policy policy, TimeProvider clock)
{
    /// <summary>Mails what was not mailed before. Until the present address is told, nothing of the change counts.</summary>
    public async Task<ContactAsked> MailAsync(Initiative initiative, ContactChange change, CancellationToken cancellation)
    {
        // The new address first: the present one is not bothered with a typing error.
        if (change.Email is not null && await MailNewAsync(initiative, change, NewStepOf(change), cancellation) is { TakenAt: null })
        {
            return new ContactAsked.NoSuchAddress();
        }

        return await MailPresentAsync(initiative, change, PresentStepOf(change), cancellation) is { TakenAt: not null }
            ? new ContactAsked.Mailed()
            : new ContactAsked.NobodyToTell();
    }

    /// <summary>Mails once more what is not confirmed yet, unless that was done too often, or nothing waits.</summary>
    public async Task<ContactAsked> MailAgainAsync(Initiative initiative, ContactChange change, CancellationToken cancellation)
    {
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        if (change is { Email: { } email, IsConfirmedThere: false }
            && await TriesAtNewAsync(initiative.Id, change, email, cancellation) is { NotBefore: null } tries
            && await MailNewAsync(initiative, change, tries.NextStep(NewStepOf(change)), cancellation) is { TakenAt: null })
        {
            return new ContactAsked.NoSuchAddress();
        }

        return !change.IsConfirmedHere
            && await TriesAtPresentAsync(initiative.Id, change, applicant.Email, cancellation) is { NotBefore: null } here
            && await MailPresentAsync(initiative, change, here.NextStep(PresentStepOf(change)), cancellation) is { TakenAt: null }
                ? new ContactAsked.NobodyToTell()
                : new ContactAsked.Mailed();
    }

    /// <summary>The mails that went to the new address.</summary>
    public Task<MailTries> TriesAtNewAsync(string initiativeId, ContactChange change, string email, CancellationToken cancellation) =>
        resends.FindAsync(new MailKey(initiativeId, NewStepOf(change), MailKind.ConfirmNewAddress), email, cancellation);

    /// <summary>The mails that went to the present address.</summary>
    public Task<MailTries> TriesAtPresentAsync(string initiativeId, ContactChange change, string email, CancellationToken cancellation) =>
        resends.FindAsync(new MailKey(initiativeId, PresentStepOf(change), MailKind.ContactChange), email, cancellation);

    private static string NewStepOf(ContactChange change) => $"new-address-{change.Number}";

    private static string PresentStepOf(ContactChange change) => $"contact-change-{change.Number}";

    private Task<Posted> MailNewAsync(Initiative initiative, ContactChange change, string step, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, step, MailKind.ConfirmNewAddress, Actor.NewAddress, LinkPurpose.ConfirmNewAddress, change.Number) { DespiteRefusal = true };
        return post.SendAsync(mail, link => mails.Confirm(initiative, link), cancellation);
    }

    private async Task<Posted> MailPresentAsync(Initiative initiative, ContactChange change, string step, CancellationToken cancellation)
    {
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var mail = new CaseMail(initiative.Id, step, MailKind.ContactChange, Actor.Applicant, LinkPurpose.ConfirmChange, change.Number) { DespiteRefusal = true };
        var posted = await post.SendAsync(mail, LinkPurpose.DisownChange, links => mails.Asked(initiative, applicant, change, links), cancellation);
        if (posted.TakenAt is not null)
        {
            var countsAt = policy.For(initiative).Terms.ContactChange.EndsAt(clock.GetUtcNow(), policy.WorkingDays);
            await initiatives.ChangeContactAsync(
                initiative.Id,
                before => before.Changes.Waiting is { IsTold: false } waiting && waiting.Number == change.Number
                    ? new ContactStep(before with { Changes = before.Changes with { Waiting = waiting.Told(countsAt) } })
                    : null,
                cancellation);
        }

        return posted;
    }
}

/// <summary>What became of the wish to change something.</summary>
public abstract record ContactAsked
{
    private ContactAsked()
    {
    }

    /// <summary>The mails about it went out, now or before.</summary>
    public sealed record Mailed : ContactAsked;

    /// <summary>All is as it was: nothing is asked, or what was asked is taken back.</summary>
    public sealed record Unchanged : ContactAsked;

    /// <summary>Mail to the new address is refused.</summary>
    public sealed record NoSuchAddress : ContactAsked;

    /// <summary>Mail to the present address is refused: nobody can say that it is not so.</summary>
    public sealed record NobodyToTell : ContactAsked;

    /// <summary>Somebody changed it since the form was filled.</summary>
    public sealed record ChangedElsewhere : ContactAsked;

    /// <summary>It was changed so often that somebody should talk to the applicant.</summary>
    public sealed record TooManyChanges : ContactAsked;
}
