using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Initiatiefloket.DevHost;

/// <summary>Who listens on the ports of development storage.</summary>
internal static class AzuriteProbe
{
    /// <summary>Whether Azurite answers there; null while only some of its services do.</summary>
    /// <exception cref="HostStartException">Something else listens there.</exception>
    public static async Task<bool?> AnswersAsync(AzuritePorts ports, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var answers = new List<bool>();
        foreach (var port in new[] { ports.Blob, ports.Queue, ports.Table })
        {
            answers.Add(await AnswersAsync(http, port, cancellationToken));
        }

        return answers.Distinct().Count() == 1 ? answers[0] : null;
    }

    /// <summary>Whether anything takes connections there, however busy it is.</summary>
    public static async Task<bool> ListensAsync(AzuritePorts ports, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, ports.Table, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1"), cancellationToken);
            return response.Headers.Server.Any(IsAzurite) ? true : throw SomethingElse(port);
        }
        catch (HttpRequestException refused) when (refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return false;
        }
        catch (Exception strange) when (strange is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw SomethingElse(port);
        }
    }

    private static bool IsAzurite(ProductInfoHeaderValue server) =>
        server.Product?.Name.StartsWith("Azurite", StringComparison.OrdinalIgnoreCase) == true;

    private static HostStartException SomethingElse(int port) => new(
        $"Port {port} is in use by something else than Azurite, and AzureWebJobsStorage is UseDevelopmentStorage=true: stop what listens there.");
}
