using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Initiatiefloket.Platform;
using Moq;

namespace Initiatiefloket.Tests.Platform;

/// <summary>A vault with one RSA key, which wraps and unwraps as Key Vault's REST API does: https://learn.microsoft.com/rest/api/keyvault/keys/unwrap-key.</summary>
internal sealed class FakeVault : HttpMessageHandler
{
    public const string Key = "https://kv-floket.vault.azure.net/keys/app-keys";

    private readonly List<RSA> _versions = [RSA.Create(2048)];

    /// <summary>What was asked: method, path and query.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The scope of the token that was asked for.</summary>
    public string? Scope { get; private set; }

    /// <summary>A client of this vault.</summary>
    public VaultKey ClientOf(string address = Key)
    {
        var credential = new Mock<TokenCredential>();
        credential.Setup(one => one.GetToken(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Callback<TokenRequestContext, CancellationToken>((context, _) => Scope = Assert.Single(context.Scopes))
            .Returns(new AccessToken("token", DateTimeOffset.MaxValue));
        var options = new VaultKeyOptions { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } };
        return new VaultKey(address, credential.Object, options);
    }

    /// <summary>As <c>az keyvault key rotate</c> does.</summary>
    public void Rotate() => _versions.Add(RSA.Create(2048));

    /// <summary>Replaces the key by another of the same name.</summary>
    public void Replace() => _versions[0] = RSA.Create(2048);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Assert.Equal("Bearer token", request.Headers.Authorization!.ToString());
        using var body = request.Content!.ReadAsStream(cancellationToken);
        var question = JsonNode.Parse(body)!;
        Assert.Equal("RSA-OAEP-256", (string)question["alg"]!);
        var value = Base64Url.DecodeFromChars((string)question["value"]!);
        try
        {
            return request.RequestUri.Segments switch
            {
                ["/", "keys/", "app-keys/", "wrapkey"] => Answer(_versions.Count, _versions[^1].Encrypt(value, RSAEncryptionPadding.OaepSHA256)),
                ["/", "keys/", "app-keys/", var version, "unwrapkey"] when int.Parse(version.Trim('/')) is var number && number <= _versions.Count =>
                    Answer(number, _versions[number - 1].Decrypt(value, RSAEncryptionPadding.OaepSHA256)),
                _ => Refuse(HttpStatusCode.NotFound, "KeyNotFound"),
            };
        }
        catch (CryptographicException)
        {
            return Refuse(HttpStatusCode.BadRequest, "BadParameter");
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        _versions.ForEach(version => version.Dispose());
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Answer(int version, byte[] value) =>
        new(HttpStatusCode.OK) { Content = JsonContent.Create(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(value) }) };

    private static HttpResponseMessage Refuse(HttpStatusCode status, string code) => new(status) { Content = JsonContent.Create(new { error = new { code, message = "No." } }) };
}
