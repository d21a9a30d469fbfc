using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Initiatiefloket.Mail;

/// <summary>Sends mail, each key once.</summary>
public sealed partial class Post(
    ISendGridClient client,
    MailLog log,
    HtmlPages pages,
    Policy policy,
    IOptions<MailOptions> options,
    IStringLocalizer<Texts> texts,
    TimeProvider clock,
    ILogger<Post> logger)
{
    /// <summary>
    /// Sends a mail unless it was sent before. A refusal holds for the address and for the day: another address, another day or somebody who presses a button
    /// for it (<see cref="MailKey.DespiteRefusal"/>) makes a new attempt.
    /// </summary>
    /// <param name="key">Names the mail; once it was taken it is not sent again under the same key.</param>
    /// <param name="to">Whom it goes to.</param>
    /// <param name="compose">Called only when the mail is to be sent, since composing may issue a link.</param>
    /// <returns>What became of it, also when that was earlier.</returns>
    /// <exception cref="TransientFailureException">The mail service is out or busy; try again later.</exception>
    public async Task<Posted> SendOnceAsync(
        MailKey key, Recipient to, Func<Task<MailMessage>> compose, CancellationToken cancellation)
    {
        // Somebody who applied on paper may have none; whoever sends it hears that it reached nobody.
        if (to.Email.Length == 0)
        {
            return new Posted.Refused();
        }

        var (now, addressKey) = (clock.GetUtcNow(), key.AddressKeyOf(to.Email));
        if (await log.FindAsync(key, cancellation) is { } earlier)
        {
            if (earlier.Fate != MailFate.Refused)
            {
                return new Posted.SentBefore(earlier.At);
            }

            if (!key.DespiteRefusal && earlier.AddressKey == addressKey && LocalTime.DayOf(earlier.At) == LocalTime.DayOf(now))
            {
                return new Posted.Refused();
            }
        }

        Language.Speak(Language.Of(to.Language));
        var message = await BuildAsync(key, to, (await compose()).WithCodesWrittenOut(texts));
        var offered = await log.OfferAsync(key, addressKey, now, cancellation);
        var isTaken = IsTaken(await SendAsync(message, cancellation), key);
        await log.RememberAsync(key, offered, isTaken, cancellation);
        return isTaken ? new Posted.Sent(now) : new Posted.Refused();
    }

    private async Task<SendGridMessage> BuildAsync(MailKey key, Recipient to, MailMessage mail)
    {
        var settings = options.Value;
        var municipality = policy.Municipality;
        var from = Addressee(settings.From, $"Initiatiefloket {municipality.Name}");
        var name = to.IsConfirmed ? to.Name : texts["initiatiefnemer"].Value;
        var greeting = texts["Beste {0},", name].Value;
        var html = await pages.RenderAsync<MailPage>(new { Mail = mail, Greeting = greeting, WithoutLinks = policy.Mail.CodesInsteadOfLinks });
        var message = MailHelper.CreateSingleEmail(
            from, Addressee(to.Email, name), mail.Subject, $"{greeting}\n\n{MailText.Of(mail, Signature(municipality))}", html);
        message.AddHeader("Message-ID", key.MessageId(new System.Net.Mail.MailAddress(settings.From).Host));

        // Programs that answer by themselves, such as one that says that somebody is away, leave mail alone that says this (RFC 3834, 5; MS-OXCMAIL, 2.2.3.2.14).
        message.AddHeader("Auto-Submitted", "auto-generated");
        message.AddHeader("X-Auto-Response-Suppress", "All");

        if (mail.StopAt is { } stop && !policy.Mail.CodesInsteadOfLinks)
        {
            // One press in the mail program, which posts there by itself (RFC 8058, 3.1). The mail service must not add a way of its own beside it.
            message.AddHeader("List-Unsubscribe", $"<{stop.AbsoluteUri}>");
            message.AddHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message.SetSubscriptionTracking(false);
        }

        // What the mail service tells about this mail later names it by these. Neither says who anybody is.
        message.AddCustomArg(MailEvent.CaseArg, key.CaseId);
        message.AddCustomArg(MailEvent.StepArg, key.Step);
        message.SetReplyTo(Addressee(municipality.Email, municipality.Name));

        // Links are personal; a click counter in between would see them.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        return message;
    }

    // The mail service refuses a mail to a name with one of these, as in "Vries, Anna de"; the greeting in the mail keeps them.
    private static EmailAddress Addressee(string email, string name) => new(TypedEmail.ForSending(email), name.Replace(',', ' ').Replace(';', ' '));

    private async Task<Response> SendAsync(SendGridMessage message, CancellationToken cancellation)
    {
        try
        {
            return await client.SendEmailAsync(message, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new TransientFailureException("The mail service cannot be reached, or is out.", exception);
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // It may have taken the mail: the next attempt carries the same Message-ID.
            throw new TransientFailureException("The mail service did not answer in time.", exception);
        }
    }

    private bool IsTaken(Response response, MailKey key)
    {
        if (response.IsSuccessStatusCode)
        {
            return true;
        }

        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
        {
            Log.MailRefused(logger, key.CaseId, key.Step, (int)response.StatusCode);
            return false;
        }

        // Also 401 and 403: a wrong key is put right by a person while the step waits.
        throw new TransientFailureException($"The mail service answered {(int)response.StatusCode}.");
    }

    private string Signature(Municipality municipality) =>
        $"{texts["Met vriendelijke groet,"]}\nInitiatiefloket {municipality.Name}\n{municipality.Phone}\n{municipality.Email}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Mail refused. Case: {CaseId}. Step: {Step}. Status: {Status}.")]
        public static partial void MailRefused(ILogger logger, string caseId, string step, int status);
    }
}
