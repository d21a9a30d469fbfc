using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>Mail about a form that is not sent yet.</summary>
public sealed class DraftMail(Post post, Resends resends, MailLog log, IStringLocalizer<Texts> texts)
{
    /// <summary>The mails with a link of this draft that went to an address.</summary>
    public Task<MailTries> FindTriesAsync(string draftId, string email, CancellationToken cancellation) =>
        resends.FindAsync(KeyOf(draftId, "link-"), email, cancellation);

    /// <summary>Mails the link that somebody asked for.</summary>
    public Task<Posted> SendLinkAsync(ApplicationDraft draft, string email, Uri link, CancellationToken cancellation) =>
        SendAsync(draft, email, $"link-{draft.LinksMailed}", () => new MailMessage(
            texts["Ga verder met uw aanvraag"],
            new MailBlock.Paragraph(texts["U bent begonnen met een aanvraag in het Initiatiefloket. Hiermee gaat u verder, ook op een andere telefoon of computer."]),
            new MailBlock.Button(texts["Ga verder met uw aanvraag"], link),
            new MailBlock.Paragraph(texts["Dit werkt tot en met {0}. Een eerdere mail werkt niet meer.", draft.ExpiresAt.DeadlineInWords()]),
            new MailBlock.Paragraph(texts["Heeft u hier niet om gevraagd? Dan hoeft u niets te doen."])), cancellation);

    /// <summary>Tells that a draft will be removed.</summary>
    public Task<Posted> SendWarningAsync(ApplicationDraft draft, string email, Uri link, CancellationToken cancellation) =>
        SendAsync(draft, email, $"warning-{draft.ExpiresAt.ToUnixTimeSeconds()}", () => new MailMessage(
            texts["Uw aanvraag is nog niet verstuurd"],
            new MailBlock.Paragraph(texts["U bent begonnen met een aanvraag, maar heeft die nog niet verstuurd. Na {0} verwijderen wij wat u heeft ingevuld.", draft.ExpiresAt.DeadlineInWords()]),
            new MailBlock.Button(texts["Ga verder met uw aanvraag"], link),
            new MailBlock.Paragraph(texts["Wilt u niet verder? Dan hoeft u niets te doen."])), cancellation);

    /// <summary>Forgets which mails went out about a draft. May be repeated.</summary>
    public Task EraseAsync(string draftId, CancellationToken cancellation) => log.EraseAsync(KeyOf(draftId, "").CaseId, cancellation);

    private static MailKey KeyOf(string draftId, string step) => new($"draft-{draftId}", step, MailKind.UnsentForm);

    private Task<Posted> SendAsync(ApplicationDraft draft, string email, string step, Func<MailMessage> compose, CancellationToken cancellation)
    {
        // Not the name that was typed: nobody knows yet whether this address is the applicant's, and strangers get no text of strangers from us.
        return post.SendOnceAsync(
            KeyOf(draft.Id, step),
            new Recipient(texts["initiatiefnemer"], email, draft.Language),
            () => Task.FromResult(compose()),
            cancellation);
    }
}
