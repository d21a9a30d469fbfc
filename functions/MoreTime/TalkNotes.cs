using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;

namespace Initiatiefloket.MoreTime;

/// <summary>Notes in the trail that somebody talked with the applicant, and what about. A talk moves no term: only what is agreed in writing does (Awb 4:15).</summary>
public sealed class TalkNotes(InitiativeTable initiatives, TimeProvider clock)
{
    /// <summary>Longest note.</summary>
    public const int LongestWords = 1000;

    /// <summary>Notes a talk; the same words of the same day once, since a button may be pressed twice.</summary>
    public async Task NoteAsync(string initiativeId, string words, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var key = $"talk-{Digest.Of($"{by}/{LocalTime.DayOf(now).ToIso()}/{words}", 16)}";
        await initiatives.ChangeAsync(
            initiativeId, new InitiativeEvent(key, InitiativeEventKind.TalkNoted, now, by, words), current => current, cancellation);
    }
}
