using Azure.Core;
using Initiatiefloket.Documents;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Uploads at the moment at which the form is sent, and several at once.</summary>
[Collection(nameof(OnStorage))]
public sealed class UploadInBetweenTests(AppStorage storage)
{
    private readonly DocumentRoom _others = new(storage);

    [Theory]
    [InlineData("blob")]
    [InlineData("row")]
    public async Task Add_FormSentWhileAFileComesIn_TellsAndLeavesNothingBehind(string before)
    {
        var (draft, application) = (DocumentOwner.OfDraft($"between-{before}"), DocumentOwner.OfApplication($"BI-2026-{before}"));
        var sent = await _others.TakeAsync(draft, Pngs.Plain, "eerst.png");
        var confirm = new Interruption(IsBefore(before), () => _others.Desk.MoveAsync(draft, application, CancellationToken.None));
        var room = new DocumentRoom(storage, interruption: confirm);

        var late = await room.Desk.AddAsync(draft, DocumentRoom.File(Pngs.Plain, "laat.png"), CancellationToken.None);

        Assert.True(confirm.Happened);
        Assert.Equal("Uw aanvraag is net verstuurd, zonder dit bestand. Bel of mail ons als u het nog wilt sturen.", Assert.IsType<DocumentAdded.Refused>(late).Message);
        Assert.Equal([sent with { Owner = application }], await _others.ListAsync(application));
        Assert.Empty(await _others.ListAsync(draft));
        Assert.Empty(await _others.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Move_FileComesInJustBefore_TakesItAlong()
    {
        var (draft, application) = (DocumentOwner.OfDraft("between-before"), DocumentOwner.OfApplication("BI-2026-BTWNB"));
        var upload = new Interruption(request => request.Method != RequestMethod.Get, () => _others.TakeAsync(draft, Pngs.Plain, "net-op-tijd.png"));
        var room = new DocumentRoom(storage, interruption: upload);

        await room.Desk.MoveAsync(draft, application, CancellationToken.None);

        Assert.Equal("net-op-tijd.png", Assert.Single(await _others.ListAsync(application)).FileName);
        Assert.Empty(await _others.ListAsync(draft));
    }

    [Fact]
    public async Task Add_LastPlaceTakenMeanwhile_IsRefused()
    {
        var owner = DocumentOwner.OfDraft("between-last");
        for (var count = 0; count < 4; count++)
        {
            await _others.TakeAsync(owner, Pngs.Plain, $"{count}.png");
        }

        var room = new DocumentRoom(storage, interruption: new Interruption(IsBefore("row"), () => _others.TakeAsync(owner, Pngs.Plain, "ander.png")));
        var late = await room.Desk.AddAsync(owner, DocumentRoom.File(Pngs.Plain, "laat.png"), CancellationToken.None);

        Assert.Equal(DocumentProblem.TooMany, Assert.IsType<DocumentAdded.Refused>(late).Problem);
        Assert.Equal(5, (await _others.ListAsync(owner)).Count);
    }

    [Fact]
    public async Task CloseAndRemove_FileComesInMeanwhile_LeavesNothing()
    {
        var owner = DocumentOwner.OfDraft("between-expired");
        var expire = new Interruption(IsBefore("row"), () => _others.Desk.CloseAndRemoveAsync(owner, CancellationToken.None));

        await new DocumentRoom(storage, interruption: expire).Desk.AddAsync(owner, DocumentRoom.File(Pngs.Plain, "laat.png"), CancellationToken.None);

        Assert.Empty(await _others.ListAsync(owner));
    }

    // A row goes out as a transaction, with its place.
    private static Func<Request, bool> IsBefore(string what) => what == "blob"
        ? request => request.Method == RequestMethod.Put && request.Uri.Path.Contains("/documents/", StringComparison.Ordinal)
        : request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
}
