using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>Mails those who decide a round, each with a link of their own.</summary>
public sealed class ReviewPost(InitiativeTable initiatives, CasePost post, Policy policy, TimeProvider clock)
{
    /// <summary>Sends somebody a mail about the open round, unless the case is closed.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="person">Whom (<see cref="Actor"/>).</param>
    /// <param name="step">Names the mail within the case; the person is added to it.</param>
    /// <param name="compose">Writes the mail.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task SendAsync(
        Initiative initiative, string person, string step, Func<ReviewMailCase, Uri, MailMessage> compose, CancellationToken cancellation)
    {
        if (initiative.IsClosed)
        {
            return;
        }

        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var mail = new CaseMail(initiative.Id, $"{step}-{person}", person, LinkPurpose.Review, initiative.Round);
        await post.SendAsync(
            mail, link => compose(new ReviewMailCase(initiative, application, applicant, person, policy, clock), link), cancellation);
    }
}
