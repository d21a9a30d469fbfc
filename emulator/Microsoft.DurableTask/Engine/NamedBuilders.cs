using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Engine;

/// <summary>The builders already made in one service collection: adding a name twice configures one thing twice.</summary>
internal sealed class NamedBuilders<TBuilder>
    where TBuilder : class
{
    private readonly Dictionary<string, TBuilder> _builders = [];

    public static NamedBuilders<TBuilder> In(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(NamedBuilders<TBuilder>))
            is { ImplementationInstance: NamedBuilders<TBuilder> existing })
        {
            return existing;
        }

        var created = new NamedBuilders<TBuilder>();
        services.AddSingleton(created);
        return created;
    }

    public TBuilder GetOrAdd(string name, Func<string, TBuilder> create, out bool added)
    {
        added = !_builders.TryGetValue(name, out var builder);
        return added ? _builders[name] = create(name) : builder!;
    }
}
