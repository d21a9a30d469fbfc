using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Mail;

/// <summary>
/// Sends mail that is about no case in particular, and sees to it that a refused mail does not go unnoticed: it stands in the coordinator's overview, and the
/// coordinator is told once for each address and kind of mail.
/// </summary>
public sealed class OfficePost(Post post, People people, Undelivered undelivered, TimeProvider clock)
{
    // Partition of the mails that tell of a refusal.
    private const string Told = "undelivered";

    /// <summary>Sends a mail unless it was sent before.</summary>
    /// <param name="key">Names the mail.</param>
    /// <param name="person">Who gets it.</param>
    /// <param name="to">Their address.</param>
    /// <param name="compose">Writes the mail.</param>
    /// <returns>What became of it. A refusal is reported already.</returns>
    public async Task<Posted> SendAsync(MailKey key, Actor person, Recipient to, Func<Task<MailMessage>> compose, CancellationToken cancellation)
    {
        var posted = await post.SendOnceAsync(key with { Person = person }, to, compose, cancellation);
        if (posted is Posted.Refused)
        {
            await ReportAsync(person, key.Kind, to, cancellation);
        }

        return posted;
    }

    /// <summary>The same, for a mail on which nothing else depends.</summary>
    public async Task TellAsync(MailKey key, Actor person, Recipient to, Func<Task<MailMessage>> compose, CancellationToken cancellation) =>
        (await SendAsync(key, person, to, compose, cancellation)).Settle();

    /// <summary>Tells the coordinator that mail does not arrive, once for each address and kind of mail.</summary>
    /// <param name="person">Whom it was for.</param>
    /// <param name="kind">What it was about.</param>
    /// <param name="to">The address.</param>
    public async Task ReportAsync(Actor person, MailKind kind, Recipient to, CancellationToken cancellation)
    {
        var refused = UndeliveredMail.Of(person, kind, to, clock.GetUtcNow());
        await undelivered.NoteAsync(refused, cancellation);
        var coordinator = people.Find(Actor.Coordinator);
        if (refused.WentTo(coordinator))
        {
            return;
        }

        var key = new MailKey(Told, refused.Name, MailKind.ToProfessional) { Person = Actor.Coordinator };
        switch (await post.SendOnceAsync(key, coordinator, () => Task.FromResult(UndeliveredMails.OfNoCase(refused.Kind, to)), cancellation))
        {
            case Posted.Sent or Posted.SentBefore or Posted.NotWanted:
                return;
            case Posted.Refused:
                // There is nobody else to tell. It is seen in the overview, and in the log.
                await undelivered.NoteAsync(UndeliveredMail.Of(Actor.Coordinator, MailKind.ToProfessional, coordinator, clock.GetUtcNow()), cancellation);
                return;
            default:
                throw new UnreachableException();
        }
    }
}
