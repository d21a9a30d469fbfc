using Initiatiefloket.Demo;
using Initiatiefloket.Testing;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

RunningApp app;
try
{
    app = await RunningApp.StartAsync(DemoPolicy.Write(Path.Combine(Repository.Root, "artifacts")), stop.Token);
}
catch (InvalidOperationException unable)
{
    await Console.Error.WriteLineAsync(unable.Message);
    return 1;
}

await using (app)
{
    using var post = new PostOffice(RunningApp.Address);
    var play = new Play(new Town(RunningApp.Address, post), post, Console.WriteLine);
    await play.RunAsync();

    Console.WriteLine($"""

        Klaar. Het loket draait nog; kijk gerust rond:
          site            {RunningApp.Address}
          postvak         {RunningApp.Address}dev/mail
        {string.Join('\n', play.StatusPages.Select(page => $"  {page.Title,-34} {page.Address}"))}
        Stoppen: Ctrl+C.
        """);
    await app.WaitForExitAsync(stop.Token);
    return 0;
}
