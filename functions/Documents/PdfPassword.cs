using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Documents;

/// <summary>
/// Whether a PDF opens only with a password. Many banks and programs protect against changes only: those files are encrypted too, with an
/// empty password that every reader tries first. So does this (ISO 32000-2, 7.6.4; R 2 to 4 are in ISO 32000-1, 7.6.3).
/// </summary>
internal static partial class PdfPassword
{
    private const int MostKeyBytes = 16;

    // What stands in the place of a password (7.6.4.3.2).
    private static readonly byte[] Empty = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>Whether it asks for one; false also when that cannot be told.</summary>
    public static bool IsAsked(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("/Encrypt"u8) < 0)
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(file);
        if (Encryption().Matches(text).LastOrDefault() is not { } last || Find(text, last) is not { } encryption)
        {
            return false;
        }

        return encryption.GetValueOrDefault("/Filter") switch
        {
            "/Standard" => !OpensWithout(encryption, IdOf(text, last.Index)),
            string => true, // It asks for a certificate or a program of its own: as good as a password that nobody here has.
            _ => false,
        };
    }

    /// <summary>The hash of revision 6, of an empty user password and a salt (ISO 32000-2, algorithm 2.B).</summary>
    internal static byte[] HashOfEmpty(ReadOnlySpan<byte> salt)
    {
        var key = SHA256.HashData(salt);
        for (int round = 0, last = 0; round < 64 || last > round - 32; round++)
        {
            using var aes = Aes.Create();
            aes.Key = key[..16];
            byte[] block = [.. Enumerable.Repeat(key, 64).SelectMany(bytes => bytes)];
            var coded = aes.EncryptCbc(block, key.AsSpan(16, 16), PaddingMode.None);
            key = (coded[..16].Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(coded),
                1 => SHA384.HashData(coded),
                _ => SHA512.HashData(coded),
            };
            last = coded[^1];
        }

        return key[..32];
    }

    /// <summary>The dictionary of the encryption, in a trailer itself or in an object of its own.</summary>
    private static IReadOnlyDictionary<string, object?>? Find(string text, Match match)
    {
        if (!match.Groups["object"].Success)
        {
            return PdfValues.DictionaryAt(text, match.Index + match.Length - 2);
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"{match.Groups["object"].Value} {match.Groups["generation"].Value} obj");
        for (var at = text.LastIndexOf(title, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : text.LastIndexOf(title, at - 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsAsciiDigit(text[at - 1]))
            {
                return PdfValues.DictionaryAt(text, text.IndexOf("<<", at, StringComparison.Ordinal));
            }
        }

        return null;
    }

    /// <summary>The first half of the file's id, which stands in the same trailer.</summary>
    private static byte[] IdOf(string text, int at)
    {
        var start = Math.Max(text.LastIndexOf("trailer", at, StringComparison.Ordinal), text.LastIndexOf(" obj", at, StringComparison.Ordinal));
        var trailer = start < 0 ? null : PdfValues.DictionaryAt(text, text.IndexOf("<<", start, StringComparison.Ordinal));
        return trailer?.GetValueOrDefault("/ID") is List<object?> { Count: > 0 } id && id[0] is byte[] first ? first : [];
    }

    private static bool OpensWithout(IReadOnlyDictionary<string, object?> encryption, byte[] id)
    {
        if (encryption.GetValueOrDefault("/R") is not long revision
            || encryption.GetValueOrDefault("/O") is not byte[] { Length: >= 32 } owner
            || encryption.GetValueOrDefault("/U") is not byte[] { Length: >= 32 } user)
        {
            return true;
        }

        return revision switch
        {
            5 when user.Length >= 48 => SHA256.HashData(user.AsSpan(32, 8)).AsSpan().SequenceEqual(user.AsSpan(0, 32)),
            6 when user.Length >= 48 => HashOfEmpty(user.AsSpan(32, 8)).AsSpan().SequenceEqual(user.AsSpan(0, 32)),
            2 or 3 or 4 => KeyLengths(encryption, revision).Any(length =>
            {
                var key = KeyOfEmpty(encryption, revision, owner[..32], id, length);
                return revision == 2 ? Rc4(key, Empty).AsSpan().SequenceEqual(user.AsSpan(0, 32)) : CheckOf(key, id).AsSpan().SequenceEqual(user.AsSpan(0, 16));
            }),
            _ => true,
        };
    }

    // Programs leave it out, or say it in bytes.
    private static IEnumerable<int> KeyLengths(IReadOnlyDictionary<string, object?> encryption, long revision)
    {
        int[] lengths = revision == 2 ? [5] : [(int)(encryption.GetValueOrDefault("/Length") is long bits and > 0 and <= 128 ? bits / 8 : 5), MostKeyBytes, 5];
        return lengths.Where(length => length > 0).Distinct();
    }

    // Algorithm 2. The weak hash and cipher are those of the format; nothing is kept secret with them here.
#pragma warning disable CA5351
    private static byte[] KeyOfEmpty(IReadOnlyDictionary<string, object?> encryption, long revision, byte[] owner, byte[] id, int length)
    {
        var rights = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(rights, unchecked((uint)(encryption.GetValueOrDefault("/P") as long? ?? 0)));
        byte[] meta = revision == 4 && encryption.GetValueOrDefault("/EncryptMetadata") is false ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var key = MD5.HashData([.. Empty, .. owner, .. rights, .. id, .. meta]);
        for (var round = 0; revision > 2 && round < 50; round++)
        {
            key = MD5.HashData(key.AsSpan(0, length));
        }

        return key[..length];
    }

    // Algorithm 5.
    private static byte[] CheckOf(byte[] key, byte[] id)
    {
        var check = MD5.HashData([.. Empty, .. id]);
        for (var round = 0; round < 20; round++)
        {
            check = Rc4([.. key.Select(value => (byte)(value ^ round))], check);
        }

        return check;
    }
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] content)
    {
        byte[] state = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        for (int at = 0, other = 0; at < state.Length; at++)
        {
            other = (other + state[at] + key[at % key.Length]) & 0xFF;
            (state[at], state[other]) = (state[other], state[at]);
        }

        var result = new byte[content.Length];
        for (int index = 0, at = 0, other = 0; index < content.Length; index++)
        {
            at = (at + 1) & 0xFF;
            other = (other + state[at]) & 0xFF;
            (state[at], state[other]) = (state[other], state[at]);
            result[index] = (byte)(content[index] ^ state[(state[at] + state[other]) & 0xFF]);
        }

        return result;
    }

    [GeneratedRegex(@"/Encrypt\s*(?:(?<object>\d{1,9})\s+(?<generation>\d{1,5})\s+R|<<)", RegexOptions.CultureInvariant)]
    private static partial Regex Encryption();
}
