using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Status;

/// <summary>Asks the applicant to confirm a new e-mail address, at that address.</summary>
public sealed class AddressRequests(InitiativeTable initiatives, CasePost post, ContactMails mails, Resends resends, TimeProvider clock)
{
    /// <summary>Notes the address and mails the link, once for each address that is asked for.</summary>
    public async Task<AddressAsked> AskAsync(Initiative initiative, string email, CancellationToken cancellation)
    {
        var last = await initiatives.FindEmailChangeAsync(initiative.Id, cancellation);
        if (last is { Number: >= EmailChange.Most } && last.Email != email)
        {
            return new AddressAsked.TooManyChanges();
        }

        var asked = await initiatives.AskEmailChangeAsync(initiative.Id, email, clock.GetUtcNow(), cancellation);
        return await MailAsync(initiative, asked, FirstOf(initiative, asked).Step, cancellation);
    }

    /// <summary>Mails a link once more to the address that is to be confirmed, unless that was done too often, or there is none.</summary>
    public async Task<AddressAsked> AskAgainAsync(Initiative initiative, CancellationToken cancellation) =>
        await initiatives.FindEmailChangeAsync(initiative.Id, cancellation) is { Email: { } email } asked
        && await FindTriesAsync(initiative, asked, email, cancellation) is { NotBefore: null } tries
            ? await MailAsync(initiative, asked, tries.NextStep(FirstOf(initiative, asked).Step), cancellation)
            : new AddressAsked.Mailed();

    /// <summary>The address that is to be confirmed, with the mails to it; null when there is none.</summary>
    public async Task<UnconfirmedAddress?> FindAsync(Initiative initiative, CancellationToken cancellation) =>
        await initiatives.FindEmailChangeAsync(initiative.Id, cancellation) is { Email: { } email } asked
            ? new UnconfirmedAddress(email, await FindTriesAsync(initiative, asked, email, cancellation))
            : null;

    private static MailKey FirstOf(Initiative initiative, EmailChange asked) => new(initiative.Id, $"new-email-{asked.Number}", MailKind.ConfirmNewAddress);

    private Task<MailTries> FindTriesAsync(Initiative initiative, EmailChange asked, string email, CancellationToken cancellation) =>
        resends.FindAsync(FirstOf(initiative, asked), email, cancellation);

    private async Task<AddressAsked> MailAsync(Initiative initiative, EmailChange asked, string step, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, step, MailKind.ConfirmNewAddress, Actor.NewAddress, LinkPurpose.ConfirmNewAddress, asked.Number)
        {
            DespiteRefusal = true,
        };
        return await post.SendAsync(mail, link => mails.Confirm(initiative, link), cancellation) is { TakenAt: not null }
            ? new AddressAsked.Mailed()
            : new AddressAsked.NoSuchAddress();
    }
}

/// <summary>An address that the applicant is still to confirm.</summary>
/// <param name="Email">The address.</param>
/// <param name="Tries">The mails to it.</param>
public sealed record UnconfirmedAddress(string Email, MailTries Tries);

/// <summary>What became of the wish for another address.</summary>
public abstract record AddressAsked
{
    private AddressAsked()
    {
    }

    /// <summary>A mail to confirm it went out, now or before.</summary>
    public sealed record Mailed : AddressAsked;

    /// <summary>Mail to it is refused.</summary>
    public sealed record NoSuchAddress : AddressAsked;

    /// <summary>It was changed so often that somebody should talk to the applicant.</summary>
    public sealed record TooManyChanges : AddressAsked;
}
