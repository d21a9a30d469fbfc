using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Puts a shared access signature in the query, once for all tries of a request.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private readonly AzureSasCredential _credential = credential ?? throw new ArgumentNullException(nameof(credential));

    /// <summary>The policy for the signature that <paramref name="address"/> carries, null when it carries none.</summary>
    internal static SasPolicy? In(Uri address) => address.Query.Length > 1 ? new SasPolicy(new AzureSasCredential(address.Query)) : null;

    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = _credential.Signature.TrimStart('?');
        var uri = message.Request.Uri;
        if (!uri.Query.Contains(signature, StringComparison.Ordinal))
        {
            uri.Query = uri.Query.Length == 0 ? signature : $"{uri.Query}&{signature}";
        }
    }
}
