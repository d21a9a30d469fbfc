namespace Initiatiefloket.DevHost;

/// <summary>Where Azurite's three services listen; 0 lets the system choose.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // Azurite's account and key are public and the same everywhere.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The ports behind <c>UseDevelopmentStorage=true</c>.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    /// <summary>For the blob, queue and table clients.</summary>
    public string ConnectionString => ConnectionStringOf(Account);

    /// <summary>The same for one of the accounts that Azurite was started with; all have one key.</summary>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + $"{Endpoint("Blob", Blob, account)}{Endpoint("Queue", Queue, account)}{Endpoint("Table", Table, account)}";

    /// <summary>Accounts as Azurite's setting <c>AZURITE_ACCOUNTS</c> has them.</summary>
    public static string SettingOf(IEnumerable<string> accounts) => string.Join(';', accounts.Select(account => $"{account}:{Key}"));

    private static string Endpoint(string service, int port, string account) => $"{service}Endpoint=http://127.0.0.1:{port}/{account};";
}
