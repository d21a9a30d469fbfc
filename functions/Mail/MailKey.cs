using System.Security.Cryptography;
using System.Text;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Mail;

/// <summary>
/// Names one mail of one case, so that a step that runs twice sends it once.
/// </summary>
/// <param name="CaseId">The initiative, or another partition such as a digest.</param>
/// <param name="Step">Step, round and person: <c>review-1-invite-anna</c>.</param>
public sealed record MailKey(string CaseId, string Step)
{
    /// <summary>Whom it is for (<see cref="Actor"/>); the log remembers it, so that people can be told what they were sent.</summary>
    public Actor? Person { get; init; }

    /// <summary>
    /// Value of the Message-ID header (RFC 5322, 3.6.4), the same for each attempt: should the process die between sending and
    /// remembering, the receiving server drops the second copy.
    /// </summary>
    public string MessageId(string domain)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{CaseId}/{Step}"));
        return $"<{Convert.ToHexStringLower(hash)[..32]}@{domain}>";
    }
}
