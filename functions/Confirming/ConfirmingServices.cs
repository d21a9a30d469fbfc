using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Confirming;

/// <summary>Decisions that are confirmed with a code.</summary>
public static class ConfirmingServices
{
    public static IServiceCollection AddConfirming(this IServiceCollection services) => services
        .AddSingleton<ConfirmCodeTable>()
        .AddSingleton<ConfirmCodes>()
        .AddSingleton<Confirmations>()
        .AddSingleton<OverviewGate>();
}
