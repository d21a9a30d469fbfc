using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The app on a storage account of its own, with a clock that the test sets: a quiet Monday in March.</summary>
public class TownFixture : IAsyncLifetime
{
    private string _storage = "";

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));

    public LoketHost Host { get; private set; } = null!;

    public Town Town { get; private set; } = null!;

    /// <summary>What the app stored.</summary>
    public StoredCases Cases { get; private set; } = null!;

    /// <summary>The day in town.</summary>
    public DateOnly Today => LocalTime.DayOf(Clock.GetUtcNow());

    /// <summary>Settings of the first start.</summary>
    protected virtual string[] Settings => [];

    public virtual async Task InitializeAsync()
    {
        _storage = await OpenStorageAsync();
        Cases = new StoredCases(new TableServiceClient(_storage));
        await StartAsync(Settings);
    }

    /// <summary>Starts the app, again or with other settings, on what is stored.</summary>
    public async Task StartAsync(params string[] settings)
    {
        Host = await LoketHost.StartAsync(_storage, Clock, AddTo, settings);
        Town = new Town(Host.Address, Host.Post);
    }

    /// <summary>Sees to the storage.</summary>
    /// <returns>The connection string.</returns>
    protected virtual Task<string> OpenStorageAsync() => StorageAccounts.TakeAsync();

    /// <summary>Adds services of the test to the app's own.</summary>
    protected virtual void AddTo(IServiceCollection services)
    {
    }

    /// <summary>Lets time pass, ten seconds at each look, until something is found: a step that failed is tried again after a while.</summary>
    public Task<T> PassTimeUntilAsync<T>(string what, Func<Task<T?>> look)
        where T : class => Eventually.FindAsync(what, async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            return await look();
        });

    /// <summary>Opens the letter on the status page of the mail that announces the decision.</summary>
    /// <returns>What the letter says.</returns>
    public async Task<string> ReadLetterAsync(string email, string id)
    {
        var status = await Town.OpenAsync(email, $"Besluit over uw initiatief {id}");
        using var resident = Host.NewVisitor();
        return await Eventually.FindAsync("the letter", async () =>
        {
            var page = await resident.OpenAsync(status.Address.ToString());
            return page.Text.Contains("Uw brief", StringComparison.Ordinal)
                ? (await resident.OpenAsync(page.LinkTo("Brief"))).Document.Body!.TextContent
                : null;
        });
    }

    /// <summary>Lets the next calls of the mail service fail, once the cases of other tests mail nothing any more that would fail in their place.</summary>
    public async Task FailMailsAsync(int status, int times)
    {
        await Host.Durable.IdleAsync();
        await Host.Post.FailAsync(status, times);
    }

    /// <summary>A link to the coordinator's page of a case, as a mail would have it.</summary>
    public async Task<string> DeskLinkAsync(string id) =>
        (await Host.Services.GetRequiredService<LinkMaker>().NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None)).AbsoluteUri;

    /// <summary>Has the coordinator make a letter after the end of a case, and waits until it was announced.</summary>
    /// <param name="id">Reference of the case.</param>
    /// <param name="what">The link that leads to its page.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task SendLaterLetterAsync(string id, string what, params (string, string)[] fields)
    {
        using var coordinator = Host.NewVisitor();
        var page = await coordinator.OpenAsync((await coordinator.OpenAsync(await DeskLinkAsync(id))).LinkTo(what));
        var preview = await coordinator.PressAsync(page, "Bekijk de brief", fields);
        Assert.Empty(preview.Errors);
        var sent = await coordinator.PressAsync(preview, "Verstuur de brief", [.. fields, ("akkoord", "on")]);
        Assert.Empty((await Town.ConfirmAsync(coordinator, sent, Townspeople.Coordinator)).Errors);
        await Eventually.FindAsync("the letter to be announced", async () => await Cases.GetAsync(id) is { Unannounced: null } announced ? announced : null);
    }

    /// <summary>A link to somebody's overview, as a mail would have it.</summary>
    public async Task<string> OverviewLinkAsync(Actor person) =>
        (await Host.Services.GetRequiredService<LinkMaker>().NewOverviewAsync(person, CancellationToken.None)).AbsoluteUri;

    public virtual async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A case of which the council was notified.</summary>
    public async Task<string> InCouncilWindowAsync(string about)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(about, "4.000"));
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await Cases.MailedAsync(id, "council-raadslid-5");
        return id;
    }
}
