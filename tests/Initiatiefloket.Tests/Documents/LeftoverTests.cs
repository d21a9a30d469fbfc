using Initiatiefloket.Documents;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Documents;

/// <summary>What is left when the process dies between a blob and its row.</summary>
[Collection(nameof(OnStorage))]
public sealed class LeftoverTests(AppStorage storage) : IAsyncLifetime
{
    private static readonly DocumentOwner Owner = DocumentOwner.OfDraft("leftover");

    private readonly DocumentRoom _room = new(storage);

    public Task InitializeAsync() => _room.FinishAsync();

    public Task DisposeAsync() => _room.FinishAsync();

    [Fact]
    public async Task Sweep_UploadWithoutRow_RemovesItAfterAnHourAndNotBefore()
    {
        await RememberAsync("upload-without-row", "id-1");
        await _room.Container.GetBlobClient("upload-without-row").UploadAsync(BinaryData.FromString("half"));

        await _room.SweepAsync();
        Assert.True(await _room.HasBlobAsync("upload-without-row"));
        _room.Clock.Advance(TimeSpan.FromMinutes(61));
        await _room.SweepAsync();

        Assert.False(await _room.HasBlobAsync("upload-without-row"));
        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_NotEvenUploaded_ForgetsIt()
    {
        await RememberAsync("never-uploaded", "id-2");
        _room.Clock.Advance(TimeSpan.FromMinutes(61));

        await _room.SweepAsync();

        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_AddedButNotForgotten_KeepsTheDocument()
    {
        var document = await _room.TakeAsync(Owner, Pdfs.OnePage, "brief.pdf");
        var stored = await _room.Table.FindAsync(Owner, document.Id, CancellationToken.None);
        await RememberAsync(stored!.BlobName, document.Id);
        _room.Clock.Advance(TimeSpan.FromMinutes(61));

        await _room.SweepAsync();

        Assert.NotNull(await _room.ContentOfAsync(document));
        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_RowRemovedButNotTheBlob_RemovesIt()
    {
        var document = await _room.TakeAsync(Owner, Pdfs.OnePage, "brief.pdf");
        var stored = await _room.Table.FindAsync(Owner, document.Id, CancellationToken.None);
        await RememberAsync(stored!.BlobName, document.Id);
        await _room.Table.RemoveAsync(document, CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromMinutes(61));

        await _room.SweepAsync();

        Assert.False(await _room.HasBlobAsync(stored.BlobName));
    }

    private Task RememberAsync(string blobName, string id) =>
        _room.Unfinished.RememberAsync(new UnfinishedDocument(blobName, Owner, id, _room.Clock.GetUtcNow()), CancellationToken.None);
}
