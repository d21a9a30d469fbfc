using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Seals data protection keys before they are stored (<see cref="BlobKeys"/>). ASP.NET Core takes a key that cannot be opened for none and silently makes another:
/// it gets none as long as one that counts cannot be opened.
/// </summary>
internal sealed class KeySealer(KeySeal seal, KeyManagementOptions options) : IXmlEncryptor
{
    internal const string Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        OpenAll(seal, options.XmlRepository!);
        var bytes = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(Element, Encoding.UTF8.GetString(seal.Seal(bytes))), typeof(KeyOpener));
    }

    /// <summary>Opens each stored key that still counts. Those from before keys were sealed are open.</summary>
    /// <exception cref="KeysException">One cannot be opened.</exception>
    internal static void OpenAll(KeySeal seal, IXmlRepository stored)
    {
        foreach (var sealedKey in stored.GetAllElements().Where(Counts).SelectMany(key => key.Descendants(Element)))
        {
            seal.Open(Encoding.UTF8.GetBytes(sealedKey.Value));
        }
    }

    // By the system's clock, as data protection itself goes.
    private static bool Counts(XElement key) => key.Element("expirationDate") is { } until
        && DateTimeOffset.Parse(until.Value, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow;
}

/// <summary>Opens them again. Each stored key names this class, and ASP.NET Core makes it from that name: it cannot have another one.</summary>
internal sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = services.GetRequiredService<KeySeal>().Open(Encoding.UTF8.GetBytes(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(bytes));
    }
}

/// <summary>Opens them before a form is shown.</summary>
internal sealed class SealedKeysReadiness(KeySeal seal, IOptions<KeyManagementOptions> options) : IPreparation
{
    // Keys are read without waiting; whoever waits for this should be able to give up.
    public Task PrepareAsync(CancellationToken cancellation) => Task.Run(() => KeySealer.OpenAll(seal, options.Value.XmlRepository!), cancellation);
}
