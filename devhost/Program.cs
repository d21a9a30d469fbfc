using Initiatiefloket.DevHost;

try
{
    await using var host = await LocalHost.StartAsync(args);
    await host.WaitForStopAsync();
}
catch (HostStartException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    Environment.ExitCode = 1;
}
