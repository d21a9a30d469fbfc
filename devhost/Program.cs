using Initiatiefloket.DevHost;

try
{
    await using var host = LocalHost.Build(HostSettings.Read(args));
    await host.RunAsync();
}
catch (HostStartException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    Environment.ExitCode = 1;
}
