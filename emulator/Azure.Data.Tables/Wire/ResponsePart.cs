using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class ResponsePart : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private ResponsePart(string statusLine, string clientRequestId)
    {
        var words = statusLine.Split(' ', 3);
        Status = int.Parse(words[1], CultureInfo.InvariantCulture);
        ReasonPhrase = words.ElementAtOrDefault(2) ?? "";
        ClientRequestId = clientRequestId;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => IsRefusal;

    internal bool IsRefusal => Status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    /// <summary>The parts of a multipart answer: status line, headers, an empty line, and perhaps one line of JSON.</summary>
    internal static List<ResponsePart> Parse(Response response)
    {
        var parts = new List<ResponsePart>();
        using var lines = new StringReader(response.Content.ToString());
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                var part = new ResponsePart(line, response.ClientRequestId);
                part.ReadRest(lines);
                parts.Add(part);
            }
        }

        return parts;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    private void ReadRest(StringReader lines)
    {
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            _headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        // Only a refusal has a body here, for every action asks for no content.
        if (IsRefusal && lines.ReadLine() is { Length: > 0 } body)
        {
            ContentStream = BinaryData.FromString(body).ToStream();
        }
    }
}
