using Initiatiefloket.Mailbox;
using Microsoft.Azure.Functions.Worker.Hosting;

await using var mailbox = MailboxHost.Build(args);
try
{
    await mailbox.StartAsync();
    await mailbox.WaitForStopAsync();
}
catch (HostStartException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    Environment.ExitCode = 1;
}
