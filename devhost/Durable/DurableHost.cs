namespace Initiatiefloket.DevHost;

/// <summary>A WebJobs host with the real Durable extension, in which the worker's orchestrators and activities are functions.</summary>
internal sealed class DurableHost(IHost host, DurableFunctions functions) : IAsyncDisposable
{
    private const string Provider = "extensions:durableTask:storageProvider";

    /// <summary>Quick on one machine: one partition polled every second, and messages of a host that was killed come back after the least time there is.</summary>
    private static readonly Dictionary<string, string?> OneMachine = new()
    {
        ["AzureWebJobs:extensions:durableTask:tracing:distributedTracingEnabled"] = "true", // without, it advertises its traces at each start
        ["AzureWebJobs:extensions:durableTask:tracing:version"] = "None",
        [$"AzureWebJobs:{Provider}:partitionCount"] = "1",
        [$"AzureWebJobs:{Provider}:maxQueuePollingInterval"] = "00:00:01",
        [$"AzureWebJobs:{Provider}:controlQueueVisibilityTimeout"] = "00:01:00",
        [$"AzureWebJobs:{Provider}:workItemQueueVisibilityTimeout"] = "00:01:00",
    };

    /// <inheritdoc cref="DurableFunctions.ClientBinding"/>
    public string ClientBinding => functions.ClientBinding;

    public static async Task<DurableHost> StartAsync(Worker worker, IConfiguration settings, HostSettings files, ILoggerFactory loggers, CancellationToken stop)
    {
        var functions = DurableFunctions.Of(worker);
        var jobs = new Jobs(functions, settings, files.Site);
        var extensions = files.HostJson.GetSection("extensions").AsEnumerable().Where(pair => !pair.Key.StartsWith(Provider, StringComparison.OrdinalIgnoreCase));
        var host = new HostBuilder()
            .ConfigureWebJobs((_, builder) => builder.AddDurableTask(), _ => { }, (_, _) => { })
            .ConfigureAppConfiguration(configuration => configuration.AddConfiguration(settings)
                .AddInMemoryCollection(extensions.Select(pair => KeyValuePair.Create($"AzureWebJobs:{pair.Key}", pair.Value))).AddInMemoryCollection(OneMachine))
#pragma warning disable CS0618 // Not for general use, but the extension asks for it: the host's address for management over HTTP.
            .ConfigureServices(services => services.AddSingleton(loggers).AddSingleton<ITypeLocator>(jobs).AddSingleton<IJobActivator>(jobs)
                .AddSingleton<INameResolver>(jobs).AddSingleton<IWebHookProvider>(jobs))
            .Build();
        await host.StartAsync(stop);
        await host.Services.GetRequiredService<IJobHost>().CallAsync(DurableFunctions.Client, cancellationToken: stop);
        return new DurableHost(host, functions);
    }

    /// <summary>Ends within a second; steps that run meanwhile are taken again at the next start.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAny(host.StopAsync(), Task.Delay(TimeSpan.FromSeconds(1)));

    /// <summary>What WebJobs asks: which types hold functions, an object of such a type, settings, and addresses.</summary>
    private sealed class Jobs(DurableFunctions functions, IConfiguration settings, Uri site) : ITypeLocator, IJobActivator, INameResolver, IWebHookProvider
    {
        public IReadOnlyList<Type> GetTypes() => [functions.GetType()];

        public T CreateInstance<T>() => (T)(object)functions;

        // With CONTAINER_NAME the extension takes this machine for a Consumption plan's and writes its event log to the console.
        public string? Resolve(string name) => name == "CONTAINER_NAME" ? null : settings[name.Replace("__", ":", StringComparison.Ordinal)];

        public Uri GetUrl(IExtensionConfigProvider extension) => new(site, "/runtime/webhooks/durabletask");
    }
#pragma warning restore CS0618
}
