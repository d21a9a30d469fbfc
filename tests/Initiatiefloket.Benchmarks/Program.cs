using System.Runtime.InteropServices;
using Initiatiefloket.Benchmarks;

// Nothing outlives this program: whatever ends it early ends the hosts first.
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
if (Commands.Find(args) is not { } command)
{
    Commands.List();
    return args.Length == 0 ? 0 : 2;
}

await using var bench = new Bench(stop.Token);
try
{
    Report.Head(command.Name);
    await command.RunAsync(bench, args[1..]).WaitAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped before the end: Ctrl-C, or ten minutes.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
