using Initiatiefloket.Testing;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Somebody with a browser: opens pages, fills in fields by name, presses buttons by their text.</summary>
public sealed class Person : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Whoever looks for a field opens what it is folded in.
    private const string Unfold = "field => { for (let part = field.closest('details'); part; part = part.parentElement.closest('details')) part.open = true; }";

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext context, IPage page, Device device)
    {
        (_context, Page, Device) = (context, page, device);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) => Hear(message);
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What it runs on.</summary>
    public Device Device { get; }

    /// <summary>HTTP status of the page in the window.</summary>
    public int Status { get; private set; }

    /// <summary>What the browser complained about: scripts that failed, things that the site's own headers forbid.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The first heading.</summary>
    public ILocator Heading => Page.Locator("h1");

    internal static async Task<Person> StartAsync(IBrowserContext context, Device device)
    {
        context.SetDefaultTimeout((float)Limit.TotalMilliseconds);
        // What a page is expected to show may take as long; Playwright's own five seconds are too few for the viewer of PDF on a busy machine.
        Assertions.SetDefaultExpectTimeout((float)Limit.TotalMilliseconds);
        return new Person(context, await context.NewPageAsync(), device);
    }

    /// <summary>The same person in another tab of the same browser, which ends with it.</summary>
    public async Task<Person> NewTabAsync() => new(_context, await _context.NewPageAsync(), Device);

    /// <summary>Opens an address.</summary>
    public async Task OpenAsync(string address) => Status = (await Page.GotoAsync(address))!.Status;

    /// <summary>Shows a document that is not a page of the site, in a font that is the same everywhere: mails name fonts of systems and bring none.</summary>
    public async Task OpenBesideAsync(string html)
    {
        await Page.GotoAsync("about:blank");
        await Page.SetContentAsync(html);
        await KnownFont.UseAsync(Page);
    }

    /// <summary>Goes back, as with the browser's own button.</summary>
    public async Task BackAsync() => await Page.GoBackAsync();

    /// <summary>Presses a button and waits for the page that it leads to.</summary>
    public Task PressAsync(string button) =>
        ArriveAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());

    /// <summary>Follows a link and waits for the page that it leads to.</summary>
    public Task FollowAsync(string link) =>
        ArriveAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync());

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task ArriveAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.Load += Arrive;
        try
        {
            var answer = await Page.RunAndWaitForResponseAsync(
                () => ActAsync(act), response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
            await arrived.Task.WaitAsync(Limit);
            Status = answer.Status;
        }
        finally
        {
            Page.Load -= Arrive;
        }
    }

    // On a busy machine Chromium loses a press now and then: it asks the site for nothing. Who sees nothing happen presses again; a press that was sent is waited for.
    private async Task ActAsync(Func<Task> act)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Ask(object? sender, IRequest request)
        {
            if (request.IsNavigationRequest)
            {
                asked.TrySetResult();
            }
        }

        Page.Request += Ask;
        try
        {
            await act();
            if (await Task.WhenAny(asked.Task, Task.Delay(Patience)) != asked.Task)
            {
                await act();
            }
        }
        finally
        {
            Page.Request -= Ask;
        }
    }

    /// <summary>Fills in those fields that are on the page; others are left out.</summary>
    public async Task FillInAsync(params IEnumerable<(string Field, string Value)> fields)
    {
        var kinds = await Page.EvaluateAsync<Dictionary<string, string>>(
            "() => Object.fromEntries([...document.querySelectorAll('[name]:not([type=hidden])')].map(field => [field.name, field.type]))");
        foreach (var (field, value) in fields.Where(field => kinds.ContainsKey(field.Field)))
        {
            await FillInAsync(field, kinds[field], value);
        }
    }

    /// <summary>Fills in the page with what a resident proposes.</summary>
    public Task FillInAsync(Proposal proposal) => FillInAsync(proposal.Fields);

    /// <summary>Gives a good score with a reason on each line of the rubric.</summary>
    public async Task FillInRubricAsync()
    {
        foreach (var line in await Page.Locator("textarea[name^='uitleg[']").AllAsync())
        {
            var name = (await line.GetAttributeAsync("name"))!;
            await FillInAsync([(name.Replace("uitleg", "score", StringComparison.Ordinal), "4"), (name, "De buren doen mee.")]);
        }
    }

    /// <summary>The field of this name; of radio buttons the first.</summary>
    public ILocator Field(string name) => Page.Locator($"[name='{name}']").First;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task FillInAsync(string field, string kind, string value)
    {
        var inputs = Page.Locator($"[name='{field}']:not([type=hidden])");
        await inputs.First.EvaluateAsync(Unfold);
        await (kind switch
        {
            "radio" => Page.Locator($"[name='{field}'][value='{value}']").CheckAsync(),
            "checkbox" => inputs.SetCheckedAsync(value == "true"),
            "select-one" => inputs.SelectOptionAsync(value),
            _ => inputs.FillAsync(value),
        });
    }

    // The browser also reports each page with an error status, which tests do on purpose.
    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _complaints.Add(message.Text);
        }
    }
}
