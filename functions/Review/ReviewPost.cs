using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>Mails those who decide a round, each with a link of their own.</summary>
public sealed class ReviewPost(InitiativeTable initiatives, CasePost post, Policy policy, TimeProvider clock)
{
    /// <summary>
    /// Asks a member of the panel to decide. A coordinator who is involved, and has a place only because nobody else can take it, is asked to find
    /// somebody.
    /// </summary>
    public Task<Posted> InviteAsync(Initiative initiative, Actor person, string step, CancellationToken cancellation) => initiative.MaySeeCase(person)
        ? SendAsync(initiative, InvitationOf(initiative, person, step), ReviewMails.Invitation, cancellation)
        : SendAsync(initiative, ToDesk(initiative, step), (review, link) => EscalationMails.FindSomebody(review, isLast: false, link), cancellation);

    /// <summary>Asks somebody who came in for another to decide.</summary>
    public Task TellInvitedAsync(Initiative initiative, Actor person, string step, CancellationToken cancellation) =>
        TellAsync(initiative, InvitationOf(initiative, person, step), ReviewMails.Invitation, cancellation);

    /// <summary>Sends somebody a mail about the open round, unless the case is closed.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="person">Whom (<see cref="Actor"/>).</param>
    /// <param name="step">Names the mail within the case; the person is added to it.</param>
    /// <param name="compose">Writes the mail.</param>
    public Task TellAsync(
        Initiative initiative, Actor person, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation) =>
        TellAsync(initiative, MailOf(initiative, person, step, MailKind.ToProfessional), compose, cancellation);

    /// <summary>Sends the coordinator a mail about the open round that leads to the page of the case at the desk, unless the case is closed.</summary>
    public Task TellDeskAsync(
        Initiative initiative, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation) =>
        TellAsync(initiative, ToDesk(initiative, step), compose, cancellation);

    private static CaseMail InvitationOf(Initiative initiative, Actor person, string step) => MailOf(initiative, person, step, MailKind.Invitation);

    private static CaseMail MailOf(Initiative initiative, Actor person, string step, MailKind kind) =>
        new(initiative.Id, $"{step}-{person}", kind, person, LinkPurpose.Review, initiative.Round);

    private static CaseMail ToDesk(Initiative initiative, string step) =>
        new(initiative.Id, $"{step}-{Actor.Coordinator}", MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);

    private async Task<Posted> SendAsync(
        Initiative initiative, CaseMail mail, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation) => initiative.IsClosed
        ? new Posted.NotWanted()
        : await post.SendAsync(mail, await AboutAsync(initiative, mail.Person, compose, cancellation), cancellation);

    private async Task TellAsync(
        Initiative initiative, CaseMail mail, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        if (!initiative.IsClosed)
        {
            await post.TellAsync(mail, await AboutAsync(initiative, mail.Person, compose, cancellation), cancellation);
        }
    }

    private async Task<Func<Uri, MailMessage>> AboutAsync(
        Initiative initiative, Actor person, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        return link => compose(new ReviewMailCase(initiative, application, applicant, person, policy.For(initiative), clock), link);
    }
}
