using System.Buffers.Text;
using System.Net;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Initiatiefloket.Platform;

/// <summary>
/// The key that wraps, in Azure: an RSA key that never leaves its vault, of which the app may wrap and unwrap and no more. The newest version wraps; each version
/// unwraps what it wrapped, as long as it is enabled. Two calls of Key Vault's REST API, on the pipeline of Azure's own clients:
/// https://learn.microsoft.com/rest/api/keyvault/keys/wrap-key. The client that Microsoft has for it comes with all of Key Vault, and not from each registry.
/// </summary>
public sealed class VaultKey : IKeyWrap
{
    private const string Version = "api-version=7.4";
    private const string Algorithm = "RSA-OAEP-256";

    private readonly string _address;
    private readonly HttpPipeline _vault;

    /// <param name="address">Address of the key, without a version.</param>
    /// <param name="credential">Who the app is.</param>
    /// <param name="options">How it calls.</param>
    /// <exception cref="KeysException">That is no address of a key.</exception>
    public VaultKey(string address, TokenCredential credential, VaultKeyOptions options)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Segments is not ["/", "keys/", var name] || name.EndsWith('/'))
        {
            throw new KeysException($"Keys__VaultKey is '{address}': it takes the address of a key without a version, as https://name.vault.azure.net/keys/name.");
        }

        _address = uri.GetLeftPart(UriPartial.Path);
        _vault = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, ScopeOf(uri)));
    }

    public WrappedKey Wrap(byte[] key)
    {
        var wrapped = Call($"{_address}/wrapkey", key);
        return new WrappedKey(wrapped.Id, Base64Url.DecodeFromChars(wrapped.Value));
    }

    public byte[] Unwrap(WrappedKey wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrapped);

        // What is stored does not say whom to send the app's token to: only a version of this key.
        if (!wrapped.By.StartsWith($"{_address}/", StringComparison.Ordinal))
        {
            throw new KeysException($"The stored keys were wrapped by {wrapped.By}, and Keys__VaultKey names {_address}: set it to the key that wrapped them.");
        }

        try
        {
            return Base64Url.DecodeFromChars(Call($"{wrapped.By}/unwrapkey", wrapped.Value).Value);
        }
        catch (RequestFailedException refused) when (refused.Status is (int)HttpStatusCode.BadRequest or (int)HttpStatusCode.NotFound)
        {
            throw new KeysException($"The vault cannot unwrap with {wrapped.By} ({refused.Status} {refused.ErrorCode}): recover that version of the key.", refused);
        }
    }

    // Of the vault's kind, in whichever of Azure's clouds: https://vault.azure.net/.default.
    private static string ScopeOf(Uri key) => $"https://{key.Host[(key.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]}/.default";

    private Answer Call(string operation, byte[] value)
    {
        using var message = _vault.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{operation}?{Version}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(new Question(Algorithm, Base64Url.EncodeToString(value))));
        _vault.Send(message, CancellationToken.None);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response.Content.ToObjectFromJson<Answer>()!;
    }

    private sealed record Question([property: JsonPropertyName("alg")] string Algorithm, [property: JsonPropertyName("value")] string Value);

    private sealed record Answer([property: JsonPropertyName("kid")] string Id, [property: JsonPropertyName("value")] string Value);
}

/// <summary>How the vault is called: as storage is, with little patience, since a page may wait for it.</summary>
public sealed class VaultKeyOptions : ClientOptions
{
    public VaultKeyOptions() => StorageServices.BeLessPatient(this);
}
