using System.Security.Cryptography;
using System.Text;

namespace Initiatiefloket.Tests.Mail;

/// <summary>Signs events as SendGrid does: ECDSA over SHA-256 of the timestamp and the body, in DER and base64.</summary>
internal sealed class EventSigner : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";
    public const string Timestamp = "1772438400";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>As SendGrid shows it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public string Sign(string body, string timestamp = Timestamp) => Convert.ToBase64String(
        _key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => _key.Dispose();
}
