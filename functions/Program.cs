using Initiatiefloket;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

try
{
    Loket.CreateBuilder(args).Build().Run();
}
catch (Exception wrong) when (wrong is PolicyException or SettingsException or OptionsValidationException)
{
    // Whoever edits the policy or looks after the settings needs what to put right, not where in the code that was found out.
    Console.Error.WriteLine(wrong.Message);
    Environment.ExitCode = 1;
}
