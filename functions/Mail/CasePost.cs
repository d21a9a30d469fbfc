using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Mail;

/// <summary>Mails the people of a case, each mail once, and sees to it that a refused mail does not go unnoticed.</summary>
public sealed class CasePost(
    Post post, LinkMaker links, People people, InitiativeTable initiatives, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Sends a mail with a fresh link unless it was sent before, or is news that the applicant does not want.</summary>
    /// <param name="mail">To whom, about what.</param>
    /// <param name="compose">Writes the mail around the link.</param>
    /// <returns>When the mail service took it; null when it refused it, or the applicant does not want it.</returns>
    public async Task<DateTimeOffset?> SendAsync(CaseMail mail, Func<Uri, MailMessage> compose, CancellationToken cancellation)
    {
        if (mail.IsNews && (await initiatives.GetAsync(mail.InitiativeId, cancellation)).Mails == MailsWanted.Needed)
        {
            return null;
        }

        return await SendAsync(new MailKey(mail.InitiativeId, mail.Step, mail.Kind), mail.Person, ComposeAsync, cancellation);

        async Task<MailMessage> ComposeAsync()
        {
            var link = await links.NewAsync(mail.Purpose, mail.InitiativeId, mail.Person, mail.Round, cancellation);
            var message = mail.Purpose == LinkPurpose.Status ? WithFooter(compose(link)) : compose(link);
            return mail.HasOverview ? await WithOverviewAsync(message, mail.Person, cancellation) : message;
        }
    }

    /// <summary>Sends a mail without a link unless it was sent before.</summary>
    public Task SendPlainAsync(MailKey key, Actor person, MailMessage message, CancellationToken cancellation) =>
        SendPlainAsync(key, person, () => message, cancellation);

    /// <summary>Sends a mail without a link unless it was sent before.</summary>
    /// <param name="key">Names the mail; its case is an initiative.</param>
    /// <param name="person">Whom it goes to.</param>
    /// <param name="compose">Writes the mail, in the language of that person.</param>
    public Task SendPlainAsync(MailKey key, Actor person, Func<MailMessage> compose, CancellationToken cancellation) =>
        SendAsync(key, person, () => Task.FromResult(compose()), cancellation);

    private async Task<DateTimeOffset?> SendAsync(MailKey key, Actor person, Func<Task<MailMessage>> compose, CancellationToken cancellation)
    {
        var recipient = await people.FindAsync(key.CaseId, person, cancellation);
        var posted = await post.SendOnceAsync(key with { Person = person }, recipient, compose, cancellation);
        if (posted.Outcome != Posted.Refused)
        {
            return posted.At;
        }

        await ReportRefusalAsync(key, person, recipient, cancellation);
        return null;
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

    private async Task<MailMessage> WithOverviewAsync(MailMessage message, Actor person, CancellationToken cancellation) => message with
    {
        Blocks = [.. message.Blocks, new MailBlock.Button("Al uw zaken", await links.NewOverviewAsync(person, cancellation)) { IsSecondary = true }],
    };

    private async Task ReportRefusalAsync(MailKey key, Actor person, Recipient recipient, CancellationToken cancellation)
    {
        var refused = new InitiativeEvent(
            $"mail-refused-{key.Step}", InitiativeEventKind.MailRefused, clock.GetUtcNow(), Actor.Workflow, person.ToString());
        await initiatives.ChangeAsync(key.CaseId, refused, initiative => initiative, cancellation);
        if (person != Actor.Coordinator)
        {
            var told = new MailKey(key.CaseId, refused.Key, MailKind.ToProfessional);
            await SendPlainAsync(told, Actor.Coordinator, RefusedMail(key, recipient), cancellation);
        }
    }

    private static MailMessage RefusedMail(MailKey refused, Recipient recipient) => new(
        $"Mail niet bezorgd: {refused.CaseId}",
        new MailBlock.Paragraph(
            $"Een mail over initiatief {refused.CaseId} kon niet worden bezorgd. Neem op een andere manier contact op."),
        new MailBlock.Facts(
            new Fact("Voor", recipient.IsConfirmed ? recipient.Name : "initiatiefnemer"),
            new Fact("E-mailadres", recipient.Email),
            new Fact("Soort mail", refused.Kind.InDutch)));
}
