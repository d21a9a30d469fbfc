using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

[Collection(nameof(OnStorage))]
public sealed class TermChangesTests(AppStorage storage)
{
    private readonly TermChanges _desk = new(storage.Initiatives, Cases.Policy, new ManualClock(Days.Moment("2026-09-20T08:00:00Z")));

    [Fact]
    public async Task NoteDefault_CorrectedBack_TheLastDayCounts()
    {
        await storage.PutAsync(Cases.InReview with { Id = "TD-1" });

        await NoteAsync("TD-1", "2026-09-14", "2026-09-15", "2026-09-14");

        Assert.Equal(Days.Of("2026-09-14"), (await storage.Initiatives.GetAsync("TD-1", CancellationToken.None)).DefaultNoticeOn);
        Assert.Equal(["14 september 2026", "15 september 2026", "14 september 2026"], await NotesAsync("TD-1"));
    }

    [Fact]
    public async Task NoteDefault_SameDayAgain_IsOneEvent()
    {
        await storage.PutAsync(Cases.InReview with { Id = "TD-2" });

        await NoteAsync("TD-2", "2026-09-14", "2026-09-14");
        await Task.WhenAll(NoteAsync("TD-2", "2026-09-15"), NoteAsync("TD-2", "2026-09-15"));

        Assert.Equal(["14 september 2026", "15 september 2026"], await NotesAsync("TD-2"));
    }

    private async Task NoteAsync(string id, params string[] days)
    {
        foreach (var day in days)
        {
            await _desk.NoteDefaultAsync(id, Days.Of(day), Actor.Coordinator, CancellationToken.None);
        }
    }

    // In the order of their keys, which count them: all were noted in one instant.
    private async Task<IEnumerable<string?>> NotesAsync(string id) =>
        (await storage.Initiatives.GetEventsAsync(id, CancellationToken.None))
            .Where(happened => happened.Kind == InitiativeEventKind.DefaultNoticeReceived)
            .OrderBy(happened => happened.Key, StringComparer.Ordinal)
            .Select(happened => happened.Note);
}
