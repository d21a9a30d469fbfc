using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Budget;

/// <summary>The pots and their ledger.</summary>
public static class BudgetServices
{
    public static IServiceCollection AddBudget(this IServiceCollection services) => services
        .AddSingleton<PotLedger>()
        .AddSingleton<IPreparation, PotReadiness>();
}
