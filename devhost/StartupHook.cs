/// <summary>Loaded into the worker by DOTNET_STARTUP_HOOKS: the worker ends when the host does, however that ends.</summary>
internal static class StartupHook
{
    public const string Variable = "INITIATIEFLOKET_DEVHOST_CHILD";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
        {
            return;
        }

        new Thread(() =>
        {
            try
            {
                while (Console.OpenStandardInput().ReadByte() >= 0)
                {
                }
            }
            finally
            {
                Environment.Exit(3);
            }
        })
        { IsBackground = true }.Start();
    }
}
