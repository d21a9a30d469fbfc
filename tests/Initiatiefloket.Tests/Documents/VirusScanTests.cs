using Initiatiefloket.Documents;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Documents;

[Collection(nameof(OnStorage))]
public sealed class VirusScanTests(AppStorage storage) : IAsyncLifetime, IAsyncDisposable
{
    private const string Found = "stream: Eicar-Test-Signature FOUND";
    private readonly FakeClamd _clamd = new();

    public Task InitializeAsync() => new DocumentRoom(storage).FinishAsync();

    public async ValueTask DisposeAsync()
    {
        await new DocumentRoom(storage).FinishAsync();
        await _clamd.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Add_Clean_CanBeOpenedAtOnce()
    {
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));
        byte[] large = [.. Pdfs.OnePage[..20], .. new byte[200_000], .. Pdfs.OnePage[20..^1]];

        var document = await room.TakeAsync(DocumentOwner.OfDraft("scan-1"), large, "brief.pdf");

        Assert.Equal(DocumentState.Clean, document.State);
        Assert.Equal(large, Assert.Single(_clamd.Received));
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Add_Infected_IsRefusedAndNothingIsKept()
    {
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));
        _clamd.Answer = _ => Found;

        var added = await room.Desk.AddAsync(DocumentOwner.OfDraft("scan-2"), DocumentRoom.File(Pdfs.OnePage, "brief.pdf"), CancellationToken.None);

        Assert.Equal(DocumentProblem.Infected, Assert.IsType<DocumentAdded.Refused>(added).Problem);
        Assert.Empty(await room.ListAsync(DocumentOwner.OfDraft("scan-2")));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("")]
    [InlineData("stream: OK; no, wait")]
    [InlineData(null)]
    public async Task Add_NotScanned_IsHeld(string? answer)
    {
        var options = DocumentRoom.ScannedBy(_clamd);
        options.ScanTimeout = TimeSpan.FromMilliseconds(answer is null ? 200 : 5000);
        var room = new DocumentRoom(storage, options);
        _clamd.Answer = _ => answer;

        var document = await room.TakeAsync(DocumentOwner.OfDraft("scan-3"), Pdfs.OnePage, "brief.pdf");

        Assert.Equal(DocumentState.Held, document.State);
        Assert.Null(await room.ContentOfAsync(document));
        await room.Desk.RemoveCaseAsync("scan-3", CancellationToken.None);
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_ScannerBack_LetsHeldFilesGo()
    {
        var owner = DocumentOwner.OfDraft("scan-4");
        var document = await HoldAsync(owner);
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));

        await room.SweepAsync();

        Assert.Equal([document with { State = DocumentState.Clean }], await room.ListAsync(owner));
        Assert.Equal(Pdfs.OnePage[..^1], await room.ContentOfAsync(document));
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_Infected_RemovesTheContentAndSaysSo()
    {
        var owner = DocumentOwner.OfDraft("scan-5");
        var document = await HoldAsync(owner);
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));
        var stored = await room.Table.FindAsync(owner, document.Id, CancellationToken.None);
        _clamd.Answer = _ => Found;

        await room.SweepAsync();

        Assert.Equal(DocumentState.Refused, Assert.Single(await room.ListAsync(owner)).State);
        Assert.False(await room.HasBlobAsync(stored!.BlobName));
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
        await room.Desk.MoveAsync(owner, DocumentOwner.OfApplication("BI-2026-SCANA"), CancellationToken.None);
        Assert.Equal(DocumentState.Refused, Assert.Single(await room.ListAsync(DocumentOwner.OfApplication("BI-2026-SCANA"))).State);
    }

    [Fact]
    public async Task Sweep_ScannerOut_AsksOnceAndKeepsHolding()
    {
        await HoldAsync(DocumentOwner.OfDraft("scan-6"));
        await HoldAsync(DocumentOwner.OfDraft("scan-6"));
        var options = DocumentRoom.ScannedBy(_clamd);
        options.ScanTimeout = TimeSpan.FromMilliseconds(200);
        var room = new DocumentRoom(storage, options);
        _clamd.Answer = _ => null;
        _clamd.IsAwake = false;

        await room.SweepAsync();

        Assert.Single(_clamd.Received);
        Assert.All(await room.ListAsync(DocumentOwner.OfDraft("scan-6")), document => Assert.Equal(DocumentState.Held, document.State));
    }

    [Fact]
    public async Task Sweep_MoreThanABatch_TakesTheLongestWaitingAndPutsOffWhatCannotBeScanned()
    {
        var owner = DocumentOwner.OfDraft("scan-7");
        for (var count = 0; count < 3; count++)
        {
            await HoldAsync(owner, count);
        }

        var options = DocumentRoom.ScannedBy(_clamd);
        options.ScansAtOnce = 2;
        var room = new DocumentRoom(storage, options);
        room.Clock.Advance(TimeSpan.FromMinutes(10));
        _clamd.Answer = _ => _clamd.Received.Count == 1 ? "Can't allocate memory ERROR" : "stream: OK";

        await room.SweepAsync();
        Assert.Equal([DocumentState.Held, DocumentState.Clean, DocumentState.Held], await StatesAsync(room, owner));
        await room.SweepAsync();
        Assert.Equal([DocumentState.Clean, DocumentState.Clean, DocumentState.Clean], await StatesAsync(room, owner));
    }

    [Fact]
    public async Task Sweep_FileTooLargeForTheScanner_KeepsNoOtherWaiting()
    {
        var owner = DocumentOwner.OfDraft("scan-9");
        byte[] large = [.. Pdfs.OnePage[..20], .. new byte[9_000_000], .. Pdfs.OnePage[20..]];
        await HoldAsync(owner, content: large);
        await HoldAsync(owner, minutesLater: 1);
        _clamd.LongestStream = 100_000;

        await new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd)).SweepAsync();

        Assert.Equal([DocumentState.Held, DocumentState.Clean], await StatesAsync(new DocumentRoom(storage), owner));
    }

    [Fact]
    public async Task Sweep_FileOverWhichTheScannerFallsSilent_IsClosedAfterItsTriesAndKeepsNoOtherWaiting()
    {
        var owner = DocumentOwner.OfApplication("BI-2026-SCANC");
        byte[] slow = [.. Pdfs.OnePage[..20], .. "% traag"u8, .. Pdfs.OnePage[20..]];
        await HoldAsync(owner, content: slow);
        await HoldAsync(owner, minutesLater: 1);
        var options = DocumentRoom.ScannedBy(_clamd);
        (options.ScanTimeout, options.ScanTries) = (TimeSpan.FromMilliseconds(200), 2);
        var room = new DocumentRoom(storage, options);
        room.Clock.Advance(TimeSpan.FromMinutes(10));
        _clamd.Answer = file => file.AsSpan().IndexOf("traag"u8) >= 0 ? null : "stream: OK";

        await room.SweepAsync();
        Assert.Equal([DocumentState.Held, DocumentState.Held], await StatesAsync(room, owner));
        await room.SweepAsync();
        Assert.Equal([DocumentState.Unscannable, DocumentState.Clean], await StatesAsync(room, owner));
        await room.SweepAsync();

        Assert.Equal(3, _clamd.Received.Count);
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
        var closed = Assert.Single(await room.Desk.ListUnscannableAsync(CancellationToken.None));
        Assert.Null(await room.ContentOfAsync(closed));
        await room.Desk.ForgetUnscannableAsync(closed, CancellationToken.None);
        Assert.Empty(await room.Desk.ListUnscannableAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_ScannerOutForDays_CountsNoTries()
    {
        var document = await HoldAsync(DocumentOwner.OfDraft("scan-10"));
        var down = new DocumentRoom(storage, DocumentRoom.ScannedAt(port: 1));
        for (var run = 0; run < 10; run++)
        {
            await down.SweepAsync();
        }

        await new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd)).SweepAsync();

        Assert.Equal(DocumentState.Clean, await down.StateOfAsync(document));
    }

    [Fact]
    public async Task Sweep_ScannerSwitchedOff_LetsHeldFilesGoUnscanned()
    {
        var document = await HoldAsync(DocumentOwner.OfDraft("scan-11"));
        var room = new DocumentRoom(storage);

        await room.SweepAsync();

        Assert.Equal(DocumentState.NotScanned, await room.StateOfAsync(document));
        Assert.NotNull(await room.ContentOfAsync(document));
    }

    [Theory]
    [InlineData("stream: OK", DocumentState.Clean)]
    [InlineData(Found, DocumentState.Refused)]
    public async Task Sweep_ScannerForTheFirstTime_ScansWhatWasOpenUnscanned(string answer, DocumentState state)
    {
        var document = await new DocumentRoom(storage).TakeAsync(DocumentOwner.OfDraft($"scan-12-{state}"), Pdfs.OnePage, "brief.pdf");
        Assert.Equal(DocumentState.NotScanned, document.State);
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));
        _clamd.Answer = _ => answer;

        await room.SweepAsync();
        await room.SweepAsync();

        Assert.Equal(state, await room.StateOfAsync(document));
        Assert.Single(_clamd.Received);
    }

    [Fact]
    public async Task Sweep_ManyThatWereOpenUnscanned_TakesAFewInEachRun()
    {
        var owner = DocumentOwner.OfDraft("scan-13");
        for (var count = 0; count < 3; count++)
        {
            await new DocumentRoom(storage).TakeAsync(owner, Pdfs.OnePage, "brief.pdf");
        }

        var options = DocumentRoom.ScannedBy(_clamd);
        options.ScansAtOnce = 2;
        var room = new DocumentRoom(storage, options);

        await room.SweepAsync();
        Assert.Single(await StatesAsync(room, owner), state => state == DocumentState.NotScanned);
        await room.SweepAsync();
        Assert.DoesNotContain(DocumentState.NotScanned, await StatesAsync(room, owner));
    }

    [Fact]
    public async Task Remove_NotScanned_LeavesNothingToScan()
    {
        var room = new DocumentRoom(storage);
        var document = await room.TakeAsync(DocumentOwner.OfDraft("scan-14"), Pdfs.OnePage, "brief.pdf");
        Assert.Single(await room.Store.ListNotScannedAsync(10, CancellationToken.None));

        await room.Desk.MoveAsync(document.Owner, DocumentOwner.OfApplication("BI-2026-SCAND"), CancellationToken.None);
        Assert.Equal("BI-2026-SCAND", Assert.Single(await room.Store.ListNotScannedAsync(10, CancellationToken.None)).Owner.Case);
        await room.Desk.RemoveCaseAsync("BI-2026-SCAND", CancellationToken.None);

        Assert.Empty(await room.Store.ListNotScannedAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task Move_Held_IsScannedForItsNewOwner()
    {
        await HoldAsync(DocumentOwner.OfDraft("scan-8"));
        var room = new DocumentRoom(storage, DocumentRoom.ScannedBy(_clamd));

        await room.Desk.MoveAsync(DocumentOwner.OfDraft("scan-8"), DocumentOwner.OfApplication("BI-2026-SCANB"), CancellationToken.None);
        await room.SweepAsync();

        Assert.Equal(DocumentState.Clean, Assert.Single(await room.ListAsync(DocumentOwner.OfApplication("BI-2026-SCANB"))).State);
        Assert.Empty(await room.Unfinished.ListAsync(CancellationToken.None));
    }

    private static async Task<IEnumerable<DocumentState>> StatesAsync(DocumentRoom room, DocumentOwner owner) =>
        (await room.ListAsync(owner)).Select(document => document.State);

    /// <summary>A file sent while nothing listened where the scanner should: nobody listens on port 1.</summary>
    private async Task<Document> HoldAsync(DocumentOwner owner, int minutesLater = 0, byte[]? content = null)
    {
        var room = new DocumentRoom(storage, DocumentRoom.ScannedAt(port: 1));
        room.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        var document = await room.TakeAsync(owner, content ?? Pdfs.OnePage, "brief.pdf");
        Assert.Equal(DocumentState.Held, document.State);
        return document;
    }
}
