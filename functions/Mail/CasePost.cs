using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Mail;

/// <summary>
/// Mails the people of a case, each mail once, and sees to it that a refused mail does not go unnoticed: it stands in the trail, and the coordinator is told.
/// Where nothing else depends on a mail, that is all there is to do about it, and <c>Tell…</c> does it; where something does, <c>Send…</c> says how it went.
/// </summary>
public sealed class CasePost(
    Post post, LinkMaker links, People people, InitiativeTable initiatives, Undelivered undelivered, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Sends a mail with a fresh link unless it was sent before, or is news that the applicant does not want.</summary>
    /// <param name="mail">To whom, about what.</param>
    /// <param name="compose">Writes the mail around the link.</param>
    /// <returns>What became of it. A refusal is reported already.</returns>
    public async Task<Posted> SendAsync(CaseMail mail, Func<Uri, MailMessage> compose, CancellationToken cancellation)
    {
        if (mail.IsNews && (await initiatives.GetAsync(mail.InitiativeId, cancellation)).Mails == MailsWanted.Needed)
        {
            return new Posted.NotWanted();
        }

        return await SendAsync(mail.Key, mail.Person, ComposeAsync, cancellation);

        async Task<MailMessage> ComposeAsync()
        {
            var link = await links.NewAsync(mail.Purpose, mail.InitiativeId, mail.Person, mail.Round, cancellation);
            return mail.Purpose == LinkPurpose.Status ? WithFooter(compose(link)) : compose(link);
        }
    }

    /// <summary>The same with two fresh links: one of the mail's own purpose, and one of another.</summary>
    public Task<Posted> SendAsync(CaseMail mail, LinkPurpose second, Func<TwoLinks, MailMessage> compose, CancellationToken cancellation) => SendAsync(
        mail.Key,
        mail.Person,
        async () => compose(new TwoLinks(
            await links.NewAsync(mail.Purpose, mail.InitiativeId, mail.Person, mail.Round, cancellation),
            await links.NewAsync(second, mail.InitiativeId, mail.Person, mail.Round, cancellation))),
        cancellation);

    /// <summary>Sends a mail without a link unless it was sent before.</summary>
    /// <param name="key">Names the mail; its case is an initiative.</param>
    /// <param name="person">Whom it goes to.</param>
    /// <param name="compose">Writes the mail, in the language of that person.</param>
    /// <returns>What became of it. A refusal is reported already.</returns>
    public Task<Posted> SendPlainAsync(MailKey key, Actor person, Func<MailMessage> compose, CancellationToken cancellation) =>
        SendAsync(key, person, () => Task.FromResult(compose()), cancellation);

    /// <summary>The same as <see cref="SendAsync(CaseMail, Func{Uri, MailMessage}, CancellationToken)"/>, for a mail on which nothing else depends.</summary>
    public async Task TellAsync(CaseMail mail, Func<Uri, MailMessage> compose, CancellationToken cancellation) =>
        (await SendAsync(mail, compose, cancellation)).Settle();

    /// <summary>The same as <see cref="SendPlainAsync"/>, for a mail on which nothing else depends.</summary>
    public async Task TellPlainAsync(MailKey key, Actor person, Func<MailMessage> compose, CancellationToken cancellation) =>
        (await SendPlainAsync(key, person, compose, cancellation)).Settle();

    /// <summary>Notes that a mail which was taken came back, and tells the coordinator, once.</summary>
    /// <param name="key">The mail.</param>
    /// <param name="person">Whom it was for.</param>
    /// <param name="recipient">Where it went.</param>
    public Task ReportUndeliveredAsync(MailKey key, Actor person, Recipient recipient, CancellationToken cancellation) => ReportAsync(
        key,
        person,
        recipient,
        $"mail-not-delivered-{key.Step}",
        key.Kind == MailKind.Decision ? InitiativeEventKind.LetterNotDelivered : InitiativeEventKind.MailNotDelivered,
        cancellation);

    private async Task<Posted> SendAsync(MailKey key, Actor person, Func<Task<MailMessage>> compose, CancellationToken cancellation)
    {
        var recipient = await people.FindAsync(key.CaseId, person, cancellation);
        var posted = await post.SendOnceAsync(key with { Person = person }, recipient, compose, cancellation);
        if (posted is Posted.Refused)
        {
            await ReportRefusalAsync(key, person, recipient, cancellation);
        }

        return posted;
    }

    // In words, not as a link: the mail has one link to the applicant's page, and some municipalities allow none.
    private MailMessage WithFooter(MailMessage message) => message with
    {
        Blocks =
        [
            .. message.Blocks,
            new MailBlock.Paragraph(texts["Wilt u minder mails van ons? Dat kiest u op uw eigen pagina, bij \"Welke mails wilt u?\"."]),
        ],
    };

    private Task ReportRefusalAsync(MailKey key, Actor person, Recipient recipient, CancellationToken cancellation) =>
        ReportAsync(key, person, recipient, $"mail-refused-{key.Step}", InitiativeEventKind.MailRefused, cancellation);

    private async Task ReportAsync(
        MailKey key, Actor person, Recipient recipient, string eventKey, InitiativeEventKind kind, CancellationToken cancellation)
    {
        var happened = new InitiativeEvent(eventKey, kind, clock.GetUtcNow(), Actor.Workflow, person.ToString());
        await initiatives.ChangeAsync(key.CaseId, happened, initiative => initiative, cancellation);
        if (person.IsProfessional || key.Kind == MailKind.Decision)
        {
            await undelivered.NoteAsync(UndeliveredMail.Of(person, key.Kind, recipient, clock.GetUtcNow()) with { InitiativeId = key.CaseId }, cancellation);
        }

        if (person != Actor.Coordinator)
        {
            await TellCoordinatorAsync(eventKey, key, recipient, cancellation);
        }
    }

    private async Task TellCoordinatorAsync(string step, MailKey undelivered, Recipient to, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(undelivered.CaseId, cancellation);
        await TellAsync(
            new CaseMail(undelivered.CaseId, step, MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk),
            link => UndeliveredMails.OfCase(initiative, undelivered.Kind, to, link),
            cancellation);
    }
}
