using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Policies;

/// <summary>Makes the policy known to the app.</summary>
public static class PolicyServices
{
    /// <summary>
    /// Reads the policy at once, so that a wrong one stops the app before it takes in anything, and registers it as the one
    /// <see cref="Policy"/>. The setting <c>Policy:File</c> names the file, relative to the app's folder, where each <c>policy*.json</c> of this one is; without it "policy.json".
    /// </summary>
    /// <exception cref="PolicyException">The file cannot be used.</exception>
    public static IServiceCollection AddPolicy(this IServiceCollection services, IConfiguration configuration)
    {
        var file = configuration["Policy:File"] is { Length: > 0 } named ? named : "policy.json";
        return services.AddSingleton(PolicyFile.Load(Path.GetFullPath(file, AppContext.BaseDirectory)));
    }
}
