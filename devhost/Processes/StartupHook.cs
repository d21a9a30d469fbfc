/// <summary>Loaded into the worker by DOTNET_STARTUP_HOOKS, where this name is asked for: the worker ends when the host does, however that ends.</summary>
internal static class StartupHook
{
    public const string Variable = "INITIATIEFLOKET_DEVHOST_CHILD";

    public static void Initialize()
    {
        // Processes that the worker starts inherit the hook, but not the end of the host's pipe.
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Environment.SetEnvironmentVariable(Variable, null);
            new Thread(() =>
            {
                Console.OpenStandardInput().CopyTo(Stream.Null);
                Environment.Exit(3);
            })
            { IsBackground = true }.Start();
        }
    }
}
