using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page of rows starts, as one text without ambiguity.</summary>
internal sealed record ContinuationToken(string PartitionKey, string? RowKey)
{
    internal static string? In(ResponseHeaders headers)
    {
        if (!headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey))
        {
            return null;
        }

        headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return rowKey is null ? Uri.EscapeDataString(partitionKey) : $"{Uri.EscapeDataString(partitionKey)} {Uri.EscapeDataString(rowKey)}";
    }

    internal static bool TryParse(string? token, [NotNullWhen(true)] out ContinuationToken? start)
    {
        var keys = string.IsNullOrEmpty(token) ? [] : token.Split(' ').Select(Uri.UnescapeDataString).ToArray();
        start = keys.Length == 0 ? null : new(keys[0], keys.ElementAtOrDefault(1));
        return start is not null;
    }
}
