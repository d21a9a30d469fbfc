using System.Text;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Clamd;

/// <summary>Files that a resident may send along.</summary>
internal static class Files
{
    /// <summary>The test string of EICAR (https://www.eicar.org): no virus, but every scanner calls it one. In two parts here, or they would call this file one.</summary>
    public static byte[] TestVirus { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>A PDF with nothing but this in it.</summary>
    public static IFormFile Pdf(string name, ReadOnlySpan<byte> inside)
    {
        byte[] file = [.. "%PDF-1.4\n% "u8, .. inside, .. "\nstartxref\n0\n%%EOF"u8];
        return new FormFile(new MemoryStream(file), 0, file.Length, "bestand", name);
    }
}
