using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Budget;

/// <summary>Makes the pots known to the app.</summary>
public static class BudgetServices
{
    /// <summary>Registers the one <see cref="PotLedger"/>, on the table service and the clock that are registered elsewhere.</summary>
    public static IServiceCollection AddBudget(this IServiceCollection services) => services.AddSingleton<PotLedger>();
}
