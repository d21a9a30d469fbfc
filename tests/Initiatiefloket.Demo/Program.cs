using Initiatiefloket.Demo;
using Initiatiefloket.Testing;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

await using var app = await RunningApp.StartAsync(DemoPolicy.Write(Path.Combine(Repository.Root, "artifacts")), stop.Token);
using var post = new PostOffice(app.Address);
var play = new Play(new Town(app.Address, post), post, Console.WriteLine);
await play.RunAsync();

Console.WriteLine($"""

    Klaar. Het loket draait nog; kijk gerust rond:
      site            {app.Address}
      postvak         {app.Address}dev/mail
    {string.Join('\n', play.StatusPages.Select(page => $"  {page.Title,-34} {page.Address}"))}
    Stoppen: Ctrl+C.
    """);
await app.WaitForExitAsync(stop.Token);
