using Initiatiefloket.Clamd;
using Initiatiefloket.Documents;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

await using var clamd = await Daemon.InstallAsync();
await clamd.StartAsync();
var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));
await using var app = await LoketHost.StartAsync(
    await StorageAccounts.TakeAsync(), clock, "--Documents:VirusScanner=clamd", "--Documents:ClamAvHost=127.0.0.1", $"--Documents:ClamAvPort={clamd.Port}");
var desk = app.Services.GetRequiredService<DocumentLibrary>();
var owner = DocumentOwner.OfDraft("clamd");

await SendAsync("clean.pdf", "Een buurttuin"u8.ToArray(), "Clean");
await SendAsync("infected.pdf", Files.TestVirus, "In dit bestand zit een virus. Wij hebben het niet bewaard. Stuur een ander bestand.");
await SendAsync("too-large.pdf", new byte[8 * Daemon.LongestStream], "Held");
await clamd.StopAsync();
await SendAsync("clean-while-down.pdf", "Nog een buurttuin"u8.ToArray(), "Held");
await SendAsync("infected-while-down.pdf", Files.TestVirus, "Held");
await clamd.StartAsync();
clock.Advance(TimeSpan.FromMinutes(10));
await Eventually.FindAsync("the files that waited to be scanned", async () => await StateOfAsync("infected-while-down.pdf") == "Held" ? null : "scanned");
foreach (var (name, state) in new[] { ("too-large.pdf", "Held"), ("clean-while-down.pdf", "Clean"), ("infected-while-down.pdf", "Refused") })
{
    Tell($"{name}, once clamd is back", await StateOfAsync(name), state);
}

async Task SendAsync(string name, byte[] inside, string expected)
{
    // So that they are scanned later in the order in which they came.
    clock.Advance(TimeSpan.FromSeconds(1));
    var added = await desk.AddAsync(owner, Files.Pdf(name, inside), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
    Tell(name, added is DocumentAdded.Taken taken ? $"{taken.Document.State}" : ((DocumentAdded.Refused)added).Message, expected);
}

async Task<string> StateOfAsync(string name) => $"{(await desk.ListAsync(owner, CancellationToken.None)).Single(document => document.FileName == name).State}";

static void Tell(string what, string happened, string expected)
{
    Console.WriteLine($"{what,-45} {happened}{(happened == expected ? "" : $" (and not: {expected})")}");
    Environment.ExitCode = happened == expected ? Environment.ExitCode : 1;
}
