using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Support;

/// <summary>Keys around support, made with the app's secret.</summary>
public sealed class SupportKeys(KeyedHash hash)
{
    private const int ShareLength = 10;

    /// <summary>The key of a neighbour's e-mail address, other for each initiative: tables do not say who supports several.</summary>
    public async Task<string> KeyOfAsync(string initiativeId, string email, CancellationToken cancellation) => (await KeysOfAsync(initiativeId, email, cancellation))[0];

    /// <summary>The keys under which a neighbour may be stored: the one of now, and after it those under former secrets of <see cref="KeyedHash"/>.</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(string initiativeId, string email, CancellationToken cancellation) =>
        [.. (await hash.SecretsAsync(cancellation))
            .Select(secret => Convert.ToHexStringLower(secret.Of("supporter", $"{initiativeId}/{LinkIndex.KeyUnder(secret, email)}")))];

    /// <summary>
    /// The code in the address that the applicant shares, as the secret of now makes it. It is no secret, but does not give away the reference, nor the reference
    /// it.
    /// </summary>
    public async Task<string> ShareCodeOfAsync(string initiativeId, CancellationToken cancellation) => (await ShareCodesOfAsync(initiativeId, cancellation))[0];

    /// <summary>Whether an initiative may have been opened with another code than the one of now.</summary>
    public async Task<bool> MayHaveChangedAsync(CancellationToken cancellation) => !(await hash.SecretsAsync(cancellation))[0].IsFirst;

    /// <summary>The codes that may be in it: the one of now, and after it those of former secrets.</summary>
    public async Task<IReadOnlyList<string>> ShareCodesOfAsync(string initiativeId, CancellationToken cancellation) =>
        [.. (await hash.SecretsAsync(cancellation)).Select(secret => string.Concat(
            secret.Of("share", initiativeId).Take(ShareLength).Select(value => InitiativeId.Alphabet[value % InitiativeId.Alphabet.Length])))];
}
