namespace Initiatiefloket.DevHost;

/// <summary>
/// Verifies the public line of a pot (docs/money.md) by itself: the numbers follow each other, and each event's hash is that of its values and of the hash before.
/// It knows nothing of the app: anybody can write the same again.
/// </summary>
internal static class LineVerifier
{
    public const string Command = "verify-line";

    private static readonly string[] Values = ["number", "at", "kind", "place", "cents", "completeAt", "seedHash"];

    /// <summary>Reads a line and says what it comes to.</summary>
    /// <param name="source">A file, or an address such as <c>https://…/rij/2026.json</c>.</param>
    /// <param name="output">Where it says so.</param>
    /// <returns>The exit code of the process: 0 when all is right.</returns>
    /// <exception cref="HostStartException">There is nothing to read, or no line.</exception>
    public static async Task<int> RunAsync(string source, TextWriter output)
    {
        var problem = Verify(await ReadAsync(source), out var said);
        await output.WriteLineAsync(problem ?? said);
        return problem is null ? 0 : 1;
    }

    /// <summary>Verifies a line.</summary>
    /// <param name="line">The published JSON.</param>
    /// <param name="said">How many events it has, and the hash of the last.</param>
    /// <returns>What is wrong first; null when nothing is.</returns>
    public static string? Verify(JsonElement line, out string said)
    {
        var (hash, number) = (new string('0', 64), 0);
        said = "";
        foreach (var happened in line.GetProperty("events").EnumerateArray())
        {
            number++;
            if (happened.GetProperty("number").GetInt32() != number)
            {
                return $"Wrong: after event {number - 1} comes event {happened.GetProperty("number")}.";
            }

            hash = HashOf(hash, happened);
            if (happened.GetProperty("hash").GetString() != hash)
            {
                return $"Wrong: the hash of event {number} is not that of its values and of the event before.";
            }
        }

        said = $"Right: {number} events, each following from the one before. Hash of the last: {hash}";
        return null;
    }

    // A line of text for each value, in this order; an empty one for a value that is not there.
    private static string HashOf(string before, JsonElement happened)
    {
        var text = string.Join('\n', Values.Select(name => happened.TryGetProperty(name, out var value) ? value.ToString() : "").Prepend(before));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static async Task<JsonElement> ReadAsync(string source)
    {
        try
        {
            using var client = new HttpClient();
            var text = Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? await client.GetStringAsync(address)
                : await File.ReadAllTextAsync(source);
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (Exception wrong) when (wrong is IOException or HttpRequestException or JsonException or UnauthorizedAccessException)
        {
            throw new HostStartException($"{source} cannot be read as a line: {wrong.Message}", wrong);
        }
    }
}
