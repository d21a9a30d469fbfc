using System.Buffers;
using System.Diagnostics;
using OpenTelemetry;

namespace Initiatiefloket.Platform;

/// <summary>
/// Leaves of an address in a trace the host and the first segment of the path: what follows may be a personal link, the random name of a letter, or a key of a
/// row made of somebody's name or address. What was looked for (the query) is left out.
/// </summary>
public sealed class AddressesCutOff : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Addresses = ["url.full", "url.path", "http.url", "http.target", "http.path"];
    private static readonly HashSet<string> Queries = ["url.query", "http.query", "url.fragment"];

    // A row of a table is named in brackets behind the table.
    private static readonly SearchValues<char> EndOfSegment = SearchValues.Create("/(?#%'");

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (Queries.Contains(name))
            {
                data.SetTag(name, null);
            }
            else if (Addresses.Contains(name) && value is not null)
            {
                data.SetTag(name, CutOff(value.ToString()!));
            }
        }
    }

    internal static string CutOff(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? 0 : scheme + "://".Length;
        var path = EndFrom(host, address);
        return path == address.Length || address[path] != '/' ? address[..path] : address[..EndFrom(path + 1, address)];
    }

    private static int EndFrom(int start, string address) =>
        address.AsSpan(start).IndexOfAny(EndOfSegment) is >= 0 and var length ? start + length : address.Length;
}
