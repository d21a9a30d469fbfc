namespace Initiatiefloket.DevHost;

/// <summary>Where Azurite's three services listen; 0 lets the system choose.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // Azurite's account and key are public and the same everywhere.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>For the blob, queue and table clients.</summary>
    public string ConnectionString => ConnectionStringOf("devstoreaccount1");

    /// <summary>The ports behind <c>UseDevelopmentStorage=true</c>, or three from the first one given; for 0 free ones, known before Azurite starts.</summary>
    public static AzuritePorts From(int? first) => first is 0 ? new(FreePort(), FreePort(), FreePort()) : new(first ?? 10000, (first ?? 10000) + 1, (first ?? 10000) + 2);

    /// <summary>A port where nobody listens, of those that no system gives to outgoing connections, so that nobody gets it until it is used.</summary>
    public static int FreePort()
    {
        for (var tries = 0; ; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException) when (tries < 100)
            {
                // Somebody listens there.
            }
        }
    }

    /// <summary>The same for one of the accounts that Azurite was started with; all have one key.</summary>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};{Endpoint("Blob", Blob, account)}{Endpoint("Queue", Queue, account)}{Endpoint("Table", Table, account)}";

    /// <summary>Accounts as Azurite's setting <c>AZURITE_ACCOUNTS</c> has them.</summary>
    public static string SettingOf(IEnumerable<string> accounts) => string.Join(';', accounts.Select(account => $"{account}:{Key}"));

    private static string Endpoint(string service, int port, string account) => $"{service}Endpoint=http://127.0.0.1:{port}/{account};";
}
