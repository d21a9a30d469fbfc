using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>A run of a function reads its case once, and still does not overlook what somebody else does meanwhile.</summary>
[Collection(nameof(OnStorage))]
public sealed class CaseRowsTests(AppStorage storage)
{
    [Fact]
    public Task Get_AfterAChangeOfItsOwn_SeesIt() => InRunAsync("CR-1", async table =>
    {
        await table.ChangeAsync("CR-1", Event("mine"), current => current with { Title = "Van mij" }, CancellationToken.None);

        Assert.Equal("Van mij", (await table.GetAsync("CR-1", CancellationToken.None)).Title);
        Assert.NotNull(await table.FindEventAsync("CR-1", "mine", CancellationToken.None));
        Assert.Contains(await table.GetEventsAsync("CR-1", CancellationToken.None), happened => happened.Key == "mine");
    });

    [Fact]
    public Task Change_SomebodyElseWasFirst_BuildsOnTheirs() => InRunAsync("CR-2", async table =>
    {
        await ElsewhereAsync("CR-2", "theirs", current => current with { Title = "Van hen" });

        var saved = await table.ChangeAsync("CR-2", Event("mine"), current => current with { ThemeId = "sport" }, CancellationToken.None);

        Assert.IsType<Saved.Now>(saved);
        var stored = await table.GetAsync("CR-2", CancellationToken.None);
        Assert.Equal(("Van hen", "sport"), (stored.Title, stored.ThemeId));
    });

    [Fact]
    public Task Change_AllowedOnlyByWhatSomebodyElseDid_Happens() => InRunAsync("CR-3", async table =>
    {
        await ElsewhereAsync("CR-3", "theirs", current => current with { Title = "Van hen" });

        var saved = await table.ChangeAsync(
            "CR-3", Event("mine"), current => current.Title == "Van hen" ? current with { ThemeId = "sport" } : null, CancellationToken.None);

        Assert.IsType<Saved.Now>(saved);
    });

    [Fact]
    public Task Change_SomebodyElseDidTheSame_IsFound() => InRunAsync("CR-4", async table =>
    {
        await ElsewhereAsync("CR-4", "same", current => current with { Title = "Van hen" });

        var saved = await table.ChangeAsync("CR-4", Event("same"), current => current with { Title = "Van mij" }, CancellationToken.None);

        Assert.Equal("Van hen", Assert.IsType<Saved.Before>(saved).Initiative.Title);
    });

    [Fact]
    public async Task Get_NextRun_SeesWhatSomebodyElseDid()
    {
        await InRunAsync("CR-5", _ => ElsewhereAsync("CR-5", "theirs", current => current with { Title = "Van hen" }));

        await new RunMemory().Invoke(null!, async _ => Assert.Equal("Van hen", (await storage.Initiatives.GetAsync("CR-5", CancellationToken.None)).Title));
    }

    private static InitiativeEvent Event(string key) => new(key, InitiativeEventKind.ReviewOpened, Cases.ReceivedAt, Actor.Workflow);

    private async Task InRunAsync(string id, Func<InitiativeTable, Task> act)
    {
        await storage.PutAsync(Cases.Received with { Id = id });
        await new RunMemory().Invoke(null!, async _ =>
        {
            await storage.Initiatives.GetAsync(id, CancellationToken.None);
            await act(storage.Initiatives);
        });
    }

    // Another run, with a memory of its own.
    private Task ElsewhereAsync(string id, string key, Func<Initiative, Initiative> change) =>
        new RunMemory().Invoke(null!, _ => storage.Initiatives.ChangeAsync(id, Event(key), change, CancellationToken.None));
}
