using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Platform;

/// <summary>Something that holds data of cases, and lets go of them when a case is erased.</summary>
public interface ICaseStore
{
    /// <summary>Its tables and containers.</summary>
    IReadOnlyList<string> Stores { get; }

    /// <summary>Forgets all of one case. May be repeated.</summary>
    Task EraseAsync(string initiativeId, CancellationToken cancellation);
}

/// <summary>Registers what holds data of cases.</summary>
public static class CaseStores
{
    /// <summary>Lets a service be asked to forget a case.</summary>
    public static IServiceCollection AddCaseStore<T>(this IServiceCollection services)
        where T : class, ICaseStore => services.AddSingleton<ICaseStore>(provider => provider.GetRequiredService<T>());
}
