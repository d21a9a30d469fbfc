namespace Azure.Data.Tables.Wire;

/// <summary>A storage connection string: where the table service is and how to sign.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string.</remarks>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential? Key, string? Signature)
{
    // The account and key that Azurite publishes; they guard nothing.
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    internal static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new FormatException("Settings must be of the form \"name=value\"."), StringComparer.OrdinalIgnoreCase);

        if (settings.TryGetValue("UseDevelopmentStorage", out var development) && bool.Parse(development))
        {
            var proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1").TrimEnd('/');
            return new(new Uri($"{proxy}:10002/{DevelopmentAccount}"), new(DevelopmentAccount, DevelopmentKey), null);
        }

        var account = settings.GetValueOrDefault("AccountName");
        var endpoint = settings.GetValueOrDefault("TableEndpoint") ?? DefaultEndpoint(settings, account);
        var key = account is not null && settings.TryGetValue("AccountKey", out var secret) ? new TableSharedKeyCredential(account, secret) : null;
        var signature = settings.GetValueOrDefault("SharedAccessSignature");
        return key is null && signature is null
            ? throw new FormatException("The connection string has neither AccountName and AccountKey nor SharedAccessSignature.")
            : new(new Uri(endpoint), key, signature);
    }

    internal TableRest Connect(TableClientOptions options) =>
        TableRest.Connect(Endpoint, Key is null ? new SasPolicy(new AzureSasCredential(Signature!)) : new SharedKeyLitePolicy(Key), options);

    private static string DefaultEndpoint(Dictionary<string, string> settings, string? account) => account is null
        ? throw new FormatException("The connection string has neither TableEndpoint nor AccountName.")
        : $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
}
