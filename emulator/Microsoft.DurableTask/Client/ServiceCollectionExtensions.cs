using Microsoft.DurableTask.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

/// <summary>Adds clients.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds a client, or returns the builder of the one already added under that name.</summary>
    public static IDurableTaskClientBuilder AddDurableTaskClient(this IServiceCollection services, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = NamedBuilders<IDurableTaskClientBuilder>.In(services).GetOrAdd(
            name ?? Options.DefaultName, key => new DefaultDurableTaskClientBuilder(key, services), out var added);
        if (added)
        {
            Register(services, builder);
        }

        return builder;
    }

    /// <summary>Adds the default client.</summary>
    public static IServiceCollection AddDurableTaskClient(
        this IServiceCollection services, Action<IDurableTaskClientBuilder> configure) =>
        services.AddDurableTaskClient(Options.DefaultName, configure);

    /// <summary>Adds a client.</summary>
    public static IServiceCollection AddDurableTaskClient(
        this IServiceCollection services, string name, Action<IDurableTaskClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddDurableTaskClient(name));
        return services;
    }

    private static void Register(IServiceCollection services, IDurableTaskClientBuilder builder)
    {
        services.AddTaskHub();
        services.TryAddSingleton<IDurableTaskClientProvider, DefaultDurableTaskClientProvider>();
        services.AddOptions<DurableTaskClientOptions>(builder.Name).Configure<IServiceProvider>((options, provider) =>
        {
            if (!options.DataConverterExplicitlySet && provider.GetService<DataConverter>() is { } converter)
            {
                options.DataConverter = converter;
            }
        });
        services.AddSingleton(provider => new DefaultDurableTaskClientProvider.Registration(builder.Build(provider)));
        if (builder.Name == Options.DefaultName)
        {
            builder.RegisterDirectly();
        }
    }
}
