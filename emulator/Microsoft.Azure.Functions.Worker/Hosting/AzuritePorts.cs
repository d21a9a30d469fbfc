namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Where Azurite's three services listen; 0 lets the system choose.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // Azurite's account and key are public and the same everywhere.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The ports behind <c>UseDevelopmentStorage=true</c>.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};{Endpoint("Blob", Blob)}{Endpoint("Queue", Queue)}{Endpoint("Table", Table)}";

    private static string Endpoint(string service, int port) => $"{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1;";
}
