using Azure.Identity;

namespace Initiatiefloket.Platform;

/// <summary>Who the app is in Azure.</summary>
internal static class ManagedIdentity
{
    /// <summary>The identity with this client id; that of the function app itself when there is none.</summary>
    public static ManagedIdentityCredential Of(string? clientId) =>
        new(clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned);
}
