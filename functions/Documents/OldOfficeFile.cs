using System.Text;

namespace Initiatiefloket.Documents;

/// <summary>Compound files (MS-CFB): Office until 2003, and newer Office files with a password.</summary>
internal static class OldOfficeFile
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Tells which of both it is, by the name of the stream that MS-OFFCRYPTO 2.3.1 prescribes.</summary>
    public static DocumentProblem Read(ReadOnlySpan<byte> file) =>
        file.IndexOf(EncryptedPackage) >= 0 ? DocumentProblem.Encrypted : DocumentProblem.OldOffice;
}
