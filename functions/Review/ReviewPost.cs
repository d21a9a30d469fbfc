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
    /// <returns>When the mail service took it; null when it was refused, or not sent.</returns>
    public Task<DateTimeOffset?> InviteAsync(Initiative initiative, Actor person, string step, CancellationToken cancellation) => initiative.MaySeeCase(person)
        ? SendAsync(initiative, person, step, ReviewMails.Invitation, cancellation)
        : SendToDeskAsync(initiative, step, (review, link) => EscalationMails.FindSomebody(review, isLast: false, link), cancellation);

    /// <summary>Sends somebody a mail about the open round, unless the case is closed.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="person">Whom (<see cref="Actor"/>).</param>
    /// <param name="step">Names the mail within the case; the person is added to it.</param>
    /// <param name="compose">Writes the mail.</param>
    /// <returns>When the mail service took it; null when it was refused, or not sent.</returns>
    public Task<DateTimeOffset?> SendAsync(
        Initiative initiative, Actor person, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation) =>
        SendAsync(
            initiative,
            new CaseMail(initiative.Id, $"{step}-{person}", MailKind.ToProfessional, person, LinkPurpose.Review, initiative.Round) { HasOverview = true },
            compose,
            cancellation);

    /// <summary>Sends the coordinator a mail about the open round that leads to the page of the case at the desk, unless the case is closed.</summary>
    public Task<DateTimeOffset?> SendToDeskAsync(
        Initiative initiative, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation) =>
        SendAsync(
            initiative,
            new CaseMail(initiative.Id, $"{step}-{Actor.Coordinator}", MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk),
            compose,
            cancellation);

    private async Task<DateTimeOffset?> SendAsync(
        Initiative initiative, CaseMail mail, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        if (initiative.IsClosed)
        {
            return null;
        }

        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        return await post.SendAsync(
            mail, link => compose(new ReviewMailCase(initiative, application, applicant, mail.Person, policy, clock), link), cancellation);
    }
}
