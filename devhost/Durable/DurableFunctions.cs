using Newtonsoft.Json;

namespace Initiatiefloket.DevHost;

/// <summary>The Durable extension's calls of orchestrators and activities: <see cref="DurableIndex"/> adds a method for each. WebJobs asks for public ones.</summary>
public abstract class DurableFunctions
{
    private static readonly JsonSerializerSettings DatesAsText = new() { DateParseHandling = DateParseHandling.None };

    private Worker _worker = null!;

    /// <summary>What a durableClient binding hands to the worker.</summary>
    internal string ClientBinding { get; private set; } = "";

    internal static DurableFunctions Of(Worker worker)
    {
        var made = (DurableFunctions)Activator.CreateInstance(DurableIndex.TypeOf(worker.Functions))!;
        made._worker = worker;
        return made;
    }

    /// <summary>In and out: protobuf as base64, which the extension and the worker's middleware understand.</summary>
    public async Task<object?> OrchestrateAsync(string name, string request) => (await InvokeAsync(name, request))?.String;

    public async Task<object?> ActAsync(string name, string input, string instanceId) => await InvokeAsync(name, input, instanceId) switch
    {
        { HasJson: true } result => JsonConvert.DeserializeObject(result.Json, DatesAsText),
        { HasString: true } result => result.String,
        { HasBytes: true } result => result.Bytes.ToByteArray(),
        { HasInt: true } result => result.Int,
        { HasDouble: true } result => result.Double,
        _ => null,
    };

    public void Keep(string name, string binding) => ClientBinding = binding;

    /// <summary>The extension takes an activity whose worker died for failed, for good; here the next worker gets it, as after a crash of the host.</summary>
    private async Task<TypedData?> InvokeAsync(string name, string? input, string? instanceId = null)
    {
        while (true)
        {
            try
            {
                var function = _worker.Functions.First(function => function.Name == name);
                var call = function.Call(input is null ? new TypedData() : new TypedData { String = input });
                call.TriggerMetadata.Add(instanceId is null ? [] : new Dictionary<string, TypedData> { ["instanceId"] = new() { String = instanceId } });
                var response = await _worker.InvokeAsync(function, call, CancellationToken.None);
                return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
            }
            catch (Exception ended) when (ended is WorkerProcessExitException or HostStartException)
            {
                await Task.Delay(100);
            }
        }
    }
}
