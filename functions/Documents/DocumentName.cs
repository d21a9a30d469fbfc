using Initiatiefloket.Web;

namespace Initiatiefloket.Documents;

/// <summary>Names of files as people send them, made fit to be shown and saved on any computer.</summary>
internal static class DocumentName
{
    private const int Longest = 80;
    private const string NotAllowed = "<>:\"/\\|?*";
    private const string Nameless = "document";

    private static readonly string[] Known = DocumentKindExtensions.AllExtensions.Split(',');

    // Windows takes these for devices, whatever comes after the dot.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name to keep: with the extension of what the content is, whatever the name said.</summary>
    public static string Of(string typed, DocumentKind kind)
    {
        var clean = Clean(typed);
        var extension = Path.GetExtension(clean).ToLowerInvariant();
        if (kind.Extensions.Contains(extension))
        {
            return clean;
        }

        var stem = Known.Contains(extension) ? clean[..^extension.Length] : clean;
        return (stem.Length == 0 ? Nameless : stem) + kind.Extensions[0];
    }

    /// <summary>The name without folder, without characters that no file name can have, and not too long.</summary>
    public static string Clean(string typed)
    {
        var line = PostedText.Clean(typed).Split('/', '\\')[^1];
        var allowed = string.Concat(line.Select(sign => NotAllowed.Contains(sign, StringComparison.Ordinal) ? '-' : sign));
        var name = string.Join(' ', allowed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        name = Shorten(name);
        return name.Length == 0 ? Nameless : Devices.Contains(name.Split('.')[0]) ? $"_{name}" : name;
    }

    // The extension stays; a sign of two code units is not cut in half.
    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: <= 6 } found ? found : "";
        var length = Longest - extension.Length;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd() + extension;
    }
}
