using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings;

/// <summary>
/// The letter that tells of an intention to refuse (Awb 4:7, 4:12). It decides nothing: the applicant may answer, and then somebody decides. Each step may be
/// repeated.
/// </summary>
public sealed class Intentions(InitiativeTable initiatives, LetterWriter writer, Policy policy, TimeProvider clock)
{
    /// <summary>Writes the letter when the last verdict is an intention; does nothing for another question.</summary>
    /// <returns>The letter; null when there is none.</returns>
    public async Task<Letter?> WriteAsync(Initiative initiative, CancellationToken cancellation)
    {
        if (!initiative.IsIntention)
        {
            return null;
        }

        var (now, name) = (clock.GetUtcNow(), LetterStore.NewName(initiative.Id));
        var today = LocalTime.DayOf(now);
        var told = new InitiativeEvent($"intention-{initiative.Round}", InitiativeEventKind.IntentionTold, now, Actor.Workflow);
        var saved = await initiatives.ChangeAsync(
            initiative.Id,
            told,
            current => current with { Letters = [.. current.Letters, new Letter(LetterKind.Intention, name, today, AnnouncedOn: null)] },
            cancellation);
        var letter = LastOf(saved.Initiative);
        var contact = await initiatives.GetContactAsync(initiative.Id, cancellation);
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var written = new LetterCase(initiative, application, contact.Applicant, letter.DecidedOn) { Changes = contact.Changes.Counted };
        await writer.FreezeAsync(letter, written.ToModel(LetterKind.Intention, policy.For(initiative)), cancellation);
        return await writer.MakeAsync(initiative.Id, letter.BlobName, today, cancellation);
    }

    /// <summary>Notes that the mail service took the mail that leads to it.</summary>
    public async Task NoteSentAsync(Initiative initiative, DateTimeOffset at, CancellationToken cancellation)
    {
        if (!initiative.IsIntention)
        {
            return;
        }

        var day = LocalTime.DayOf(at);
        var letter = LastOf(await initiatives.GetAsync(initiative.Id, cancellation));
        await writer.MakeAsync(initiative.Id, letter.BlobName, letter.AnnouncedOn ?? day, cancellation);
        var sent = new InitiativeEvent($"intention-{initiative.Round}-sent", InitiativeEventKind.LetterSent, at, Actor.Workflow);
        await initiatives.ChangeAsync(initiative.Id, sent, current => current.Announce(letter.BlobName, day), cancellation);
    }

    private static Letter LastOf(Initiative initiative) => initiative.Letters.Last(letter => letter.Kind == LetterKind.Intention);
}
