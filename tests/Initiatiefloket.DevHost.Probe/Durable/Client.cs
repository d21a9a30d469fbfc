using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Tells where the app's durable client finds its host, so that a test makes one of its own.</summary>
public static class Client
{
    [Function(nameof(Client))]
    public static IResult Tell([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "durable/client")] HttpRequest request, [DurableClient] string binding) =>
        TypedResults.Text(binding, "application/json");
}
