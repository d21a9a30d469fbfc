using Azure.Storage.Blobs;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>An app that starts anew on what an earlier one stored, with its key or another.</summary>
public sealed class KeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loket-keys-");
    private readonly ManualClock _clock = new(Cases.ReceivedAt);

    [Fact]
    public async Task Start_WithAnotherKey_SaysWhatToPutRightAndStoresNothing()
    {
        var storage = await StorageAccounts.TakeAsync();
        await using (var first = await StartAsync(storage, "first.key"))
        {
            using var visitor = first.NewVisitor();
            await visitor.OpenAsync("/code");
        }

        var stored = await KeysIn(storage);
        Assert.Equal(2, stored.Count);

        var wrong = await Assert.ThrowsAsync<KeysException>(() => StartAsync(storage, "another.key"));

        Assert.Contains("put the right file back", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(stored, await KeysIn(storage));
        await using var again = await StartAsync(storage, "first.key");
        using var later = again.NewVisitor();
        await later.OpenAsync("/code");
        Assert.Equal(stored, await KeysIn(storage));
    }

    [Fact]
    public async Task Start_WithoutAKey_SaysWhichSettingToMake()
    {
        var storage = await StorageAccounts.TakeAsync();

        var wrong = await Assert.ThrowsAsync<KeysException>(() => LoketHost.StartAsync(storage, _clock, "--Keys:LocalFile="));

        Assert.StartsWith("Set Keys__VaultKey", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_MailedUnderAFormerSecret_OpensItsPage()
    {
        var storage = await StorageAccounts.TakeAsync();
        string code;
        await using (var before = await StartAsync(storage, "first.key"))
        {
            code = await CodeForAsync(before);
        }

        await using var after = await StartAsync(storage, "first.key", "--Keys:HashSecret=2");
        Assert.NotNull(await LinksOf(after).FindPathAsync(code, CancellationToken.None));
        Assert.NotNull(await LinksOf(after).FindPathAsync(await CodeForAsync(after), CancellationToken.None));
        Assert.Null(await LinksOf(after).FindPathAsync("222222222222", CancellationToken.None));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static LinkTable LinksOf(LoketHost host) => host.Services.GetRequiredService<LinkTable>();

    private static Task<string> CodeForAsync(LoketHost host) =>
        LinksOf(host).IssueCodeAsync(new Link(LinkPurpose.Status, Cases.Id, Actor.Applicant, 0, Cases.ReceivedAt.AddDays(60)), CancellationToken.None);

    private Task<LoketHost> StartAsync(string storage, string key, params string[] settings) =>
        LoketHost.StartAsync(storage, _clock, [$"--Keys:LocalFile={Path.Combine(_folder.FullName, key)}", .. settings]);

    private static async Task<List<string>> KeysIn(string storage)
    {
        var blobs = new BlobServiceClient(storage);
        string[] containers = [ContainerNames.Secrets, ContainerNames.DataProtection];
        var found = new List<string>();
        foreach (var container in containers.Select(blobs.GetBlobContainerClient))
        {
            found.AddRange(await container.GetBlobsAsync().Select(blob => $"{blob.Name} {blob.Properties.ETag}").ToListAsync());
        }

        return found;
    }
}
