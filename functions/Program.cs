using Initiatiefloket;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Hosting;

try
{
    Loket.CreateBuilder(args).Build().Run();
}
catch (PolicyException wrong)
{
    // Whoever edits the policy needs what to put right, not where in the code that was found out.
    Console.Error.WriteLine(wrong.Message);
    Environment.ExitCode = 1;
}
