using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Platform;

/// <summary>The app's own keys, and the key that wraps them.</summary>
public static class KeysServices
{
    /// <exception cref="KeysException">The settings do not name one key.</exception>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeysOptions.Section);
        var options = section.Get<KeysOptions>() ?? new KeysOptions();
        if (options.VaultKey.Length > 0 == options.LocalFile.Length > 0)
        {
            throw new KeysException("Set Keys__VaultKey to the address of a key in a vault, or on your own machine Keys__LocalFile to a file; one of them.");
        }

        if (options.LocalFile.Length > 0)
        {
            services.AddHostedService<PreparedFirst>();
        }

        services.AddOptions<KeysOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IKeyWrap>(_ => options.VaultKey.Length > 0
                ? new VaultKey(options.VaultKey, ManagedIdentity.Of(configuration["AZURE_CLIENT_ID"]), new VaultKeyOptions())
                : new LocalKey(Path.GetFullPath(options.LocalFile, AppContext.BaseDirectory)))
            .AddSingleton<KeySeal>()
            .AddSingleton<KeyedHash>()
            .AddSingleton<IPreparation, HashReadiness>();
    }
}

/// <summary>Section <c>Keys</c> of the settings.</summary>
public sealed class KeysOptions
{
    public const string Section = "Keys";

    /// <summary>In Azure: address of the key in the vault that wraps the app's keys, without a version.</summary>
    public string VaultKey { get; set; } = "";

    /// <summary>On a developer's machine: the file that holds such a key, relative to the app's folder. It is made when it is missing.</summary>
    public string LocalFile { get; set; } = "";

    /// <summary>Which secret keyed hashes are made with (<see cref="KeyedHash"/>). The next number is a new secret.</summary>
    [Range(1, 99)]
    public int HashSecret { get; set; } = 1;
}

/// <summary>The app's keys cannot be opened, and somebody has to put that right: the app does not start, rather than make new ones and lose what stands under the old.</summary>
public sealed class KeysException : SettingsException
{
    public KeysException()
    {
    }

    public KeysException(string message)
        : base(message)
    {
    }

    public KeysException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Opens the secrets of keyed hashes before anything is hashed.</summary>
public sealed class HashReadiness(KeyedHash hash) : IPreparation
{
    public Task PrepareAsync(CancellationToken cancellation) => hash.SecretsAsync(cancellation);
}
