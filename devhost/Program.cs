using Initiatiefloket.DevHost;

try
{
    if (args is [LineVerifier.Command, var line])
    {
        Environment.ExitCode = await LineVerifier.RunAsync(line, Console.Out);
        return;
    }

    await using var host = LocalHost.Build(HostSettings.Read(args));
    await host.RunAsync();
}
catch (HostStartException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    Environment.ExitCode = 1;
}
