using Initiatiefloket.Submission;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Submission.Drafts;

[Collection(nameof(OnStorage))]
public sealed class DraftTableTests(AppStorage storage)
{
    private readonly DraftTable _drafts = new(storage.Tables);

    [Fact]
    public async Task Find_KeyThatNobodyUsed_IsAnEmptyForm()
    {
        var open = Assert.IsType<DraftFound.Open>(await _drafts.FindAsync("unused", CancellationToken.None));

        Assert.Null(open.Version);
        Assert.Equal(("unused", ""), (open.Draft.Form.FormId, open.Draft.Form.Title));
    }

    [Fact]
    public async Task TrySave_VersionThatIsNoLongerStored_StoresNothing()
    {
        await _drafts.TrySaveAsync(DraftOf("twice", "Eerst"), version: null, CancellationToken.None);
        var read = (DraftFound.Open)await _drafts.FindAsync("twice", CancellationToken.None);
        Assert.True(await _drafts.TrySaveAsync(DraftOf("twice", "Daarna"), read.Version, CancellationToken.None));

        Assert.False(await _drafts.TrySaveAsync(DraftOf("twice", "Te laat"), read.Version, CancellationToken.None));
        Assert.False(await _drafts.TrySaveAsync(DraftOf("twice", "Nog eens nieuw"), version: null, CancellationToken.None));

        var stored = (DraftFound.Open)await _drafts.FindAsync("twice", CancellationToken.None);
        Assert.Equal("Daarna", stored.Draft.Form.Title);
    }

    [Fact]
    public async Task Find_LinkThatWasReplaced_IsNotTheDraft()
    {
        await _drafts.TrySaveAsync(DraftOf("linked", "Straatfeest") with { MailedKeys = ["new"] }, version: null, CancellationToken.None);
        await _drafts.AddLinkAsync("old", "linked", CancellationToken.None);
        await _drafts.AddLinkAsync("new", "linked", CancellationToken.None);

        Assert.IsType<DraftFound.Replaced>(await _drafts.FindAsync("old", CancellationToken.None));
        Assert.Equal("Straatfeest", Assert.IsType<DraftFound.Open>(await _drafts.FindAsync("new", CancellationToken.None)).Draft.Form.Title);
    }

    [Fact]
    public async Task TrySave_MoreThanFitsARow_IsRefusedAsTooLarge()
    {
        var refused = await Assert.ThrowsAsync<BadHttpRequestException>(
            () => _drafts.TrySaveAsync(DraftOf("large", new string('"', 400_000)), version: null, CancellationToken.None));

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, refused.StatusCode);
    }

    private static ApplicationDraft DraftOf(string id, string title) =>
        new() { Id = id, Form = ApplicationForm.New(id) with { Title = title } };
}
