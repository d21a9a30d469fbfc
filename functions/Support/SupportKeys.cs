using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Support;

/// <summary>Keys around support, made with the app's secret.</summary>
public sealed class SupportKeys(KeyedHash hash, LinkIndex index)
{
    private const int ShareLength = 10;

    /// <summary>The key of a neighbour's e-mail address, other for each initiative: tables do not say who supports several.</summary>
    public async Task<string> KeyOfAsync(string initiativeId, string email, CancellationToken cancellation)
    {
        var address = await index.KeyOfAsync(email, cancellation);
        return Convert.ToHexStringLower(await hash.OfAsync("supporter", $"{initiativeId}/{address}", cancellation));
    }

    /// <summary>
    /// The code in the address that the applicant shares: the same at each look, so that showing it stores nothing. It is no secret, but does not give away
    /// the reference, nor the reference it.
    /// </summary>
    public async Task<string> ShareCodeOfAsync(string initiativeId, CancellationToken cancellation)
    {
        var bytes = await hash.OfAsync("share", initiativeId, cancellation);
        return string.Concat(bytes.Take(ShareLength).Select(value => InitiativeId.Alphabet[value % InitiativeId.Alphabet.Length]));
    }
}
