using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings;

/// <summary>
/// Announces decisions (Awb 3:41): by mail, and by post where mail does not arrive. A letter counts as announced once the mail service took its mail, or the
/// coordinator noted the day of the post; the objection term runs from the day after (Awb 6:8).
/// </summary>
public sealed class Announcements(
    InitiativeTable initiatives, LetterWriter writer, CasePost post, AwardMails mails, Resends resends, People people, TimeProvider clock)
{
    /// <summary>Step of the mail with the decision.</summary>
    public const string Step = "decision";

    /// <summary>Mails the decision, once, and announces it when the mail service takes that mail.</summary>
    public async Task MailAsync(Initiative initiative, Letter letter, CancellationToken cancellation)
    {
        var step = StepOf(initiative, letter);
        await NoteAsync(initiative.Id, letter, step, await SendAsync(initiative, letter, step, cancellation), cancellation);
    }

    /// <summary>Mails the decision once more, as when the applicant has another address by now.</summary>
    public async Task<DecisionMailed> MailAgainAsync(Initiative initiative, CancellationToken cancellation)
    {
        var to = await people.FindAsync(initiative.Id, Actor.Applicant, cancellation);
        var letter = initiative.Letters[^1];
        var first = new MailKey(initiative.Id, StepOf(initiative, letter), MailKind.Decision);
        var tries = await resends.FindAsync(first, to.Email, cancellation);
        if (tries.NotBefore is { } moment)
        {
            return new DecisionMailed.TooOften(moment);
        }

        // By address: the mails to another one are counted by themselves.
        var step = $"{first.Step}-{first.AddressKeyOf(to.Email)}-{tries.Mails.Count}";
        var posted = await SendAsync(initiative, letter, step, cancellation);
        await NoteAsync(initiative.Id, letter, step, posted, cancellation);
        return posted.TakenAt is null ? new DecisionMailed.Refused() : new DecisionMailed.Taken();
    }

    /// <summary>
    /// Notes the day on which the letter is sent by post, and makes the version to print, with the last day to object counted from the day that announces it.
    /// Another day corrects an earlier one, and makes another version.
    /// </summary>
    public async Task NotePostAsync(string initiativeId, DateOnly day, Actor by, CancellationToken cancellation)
    {
        var last = (await initiatives.GetAsync(initiativeId, cancellation)).Letters[^1];
        await writer.MakeAsync(initiativeId, last.BlobName, last.SentByPost(day).AnnouncedOn!.Value, cancellation);

        // Counted, since the day that was noted first may turn out to be right after all.
        var earlier = (await initiatives.GetEventsAsync(initiativeId, cancellation)).Count(happened => happened.Kind == InitiativeEventKind.LetterPosted);
        var posted = new InitiativeEvent($"letter-posted-{earlier}-{day.ToIso()}", InitiativeEventKind.LetterPosted, clock.GetUtcNow(), by, day.InWords());
        await initiatives.ChangeAsync(
            initiativeId,
            posted,
            current => current.Letters is [.., var letter] && letter.PostedOn != day ? current.SendByPost(letter.BlobName, day) : null,
            cancellation);
    }

    // The letter that ends a case has the step that it had before there were other letters.
    private static string StepOf(Initiative initiative, Letter letter) =>
        letter.Kind.EndsCase ? Step : $"{Step}-{initiative.NumberOf(letter.BlobName)}";

    private async Task<Posted> SendAsync(Initiative initiative, Letter letter, string step, CancellationToken cancellation)
    {
        var sent = letter.AnnouncedOn is null
            ? await writer.MakeAsync(initiative.Id, letter.BlobName, LocalTime.DayOf(clock.GetUtcNow()), cancellation)
            : letter;
        var mail = new CaseMail(initiative.Id, step, MailKind.Decision, Actor.Applicant, LinkPurpose.Status);
        return await post.SendAsync(mail, link => mails.Decision(initiative, sent, link), cancellation);
    }

    private async Task NoteAsync(string initiativeId, Letter letter, string step, Posted posted, CancellationToken cancellation)
    {
        var suffix = step[Step.Length..];
        if (posted.TakenAt is not { } at)
        {
            await initiatives.ChangeAsync(
                initiativeId,
                new InitiativeEvent($"letter-not-sent{suffix}", InitiativeEventKind.LetterNotSent, clock.GetUtcNow(), Actor.Workflow),
                current => current,
                cancellation);
            return;
        }

        var day = LocalTime.DayOf(at);
        if (letter.AnnouncedOn is null)
        {
            // Midnight may have come in between, or the mail was taken in an earlier run of this step.
            await writer.MakeAsync(initiativeId, letter.BlobName, day, cancellation);
        }

        await initiatives.ChangeAsync(
            initiativeId,
            new InitiativeEvent($"letter-sent{suffix}", InitiativeEventKind.LetterSent, at, Actor.Workflow),
            current => current.Announce(letter.BlobName, day),
            cancellation);
    }
}

/// <summary>What became of a decision that was mailed once more.</summary>
public abstract record DecisionMailed
{
    private DecisionMailed()
    {
    }

    /// <summary>The mail service took it.</summary>
    public sealed record Taken : DecisionMailed;

    /// <summary>The mail service refuses it again.</summary>
    public sealed record Refused : DecisionMailed;

    /// <summary>It was sent again so often that it has to wait.</summary>
    /// <param name="NotBefore">From when on it may be sent once more.</param>
    public sealed record TooOften(DateTimeOffset NotBefore) : DecisionMailed;
}
