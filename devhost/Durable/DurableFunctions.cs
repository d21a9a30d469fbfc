using Newtonsoft.Json;

namespace Initiatiefloket.DevHost;

/// <summary>Calls of the worker's orchestrators and activities by the Durable extension.</summary>
public sealed class DurableFunctions
{
    private readonly Worker _worker;
    private readonly Dictionary<string, Function> _functions;

    internal DurableFunctions(Worker worker) => (_worker, _functions) = (worker, worker.Functions.ToDictionary(function => function.Name));

    internal IEnumerable<Function> All => _functions.Values;

    internal string ClientBinding { get; private set; } = "";

    /// <summary>The extension takes an activity whose worker died for failed, for good; here the next worker gets it, as after a crash of the host.</summary>
    private async Task<TypedData?> InvokeAsync(string name, string? input, string? instanceId = null)
    {
        while (true)
        {
            try
            {
                var call = _functions[name].Call(input is null ? new TypedData() : new TypedData { String = input });
                call.TriggerMetadata.Add(instanceId is null ? [] : new Dictionary<string, TypedData> { ["instanceId"] = new() { String = instanceId } });
                var response = await _worker.InvokeAsync(_functions[name], call, CancellationToken.None);
                return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
            }
            catch (Exception ended) when (ended is WorkerProcessExitException or HostStartException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>What the methods that <see cref="DurableIndex"/> makes call; WebJobs asks for public ones.</summary>
    public abstract class Base
    {
        private static readonly JsonSerializerSettings DatesAsText = new() { DateParseHandling = DateParseHandling.None };

        private DurableFunctions _functions = null!;

        internal static Base Of(Type type, DurableFunctions functions)
        {
            var made = (Base)Activator.CreateInstance(type)!;
            made._functions = functions;
            return made;
        }

        /// <summary>In and out: protobuf as base64, which the extension and the worker's middleware understand.</summary>
        public async Task<object?> OrchestrateAsync(string name, string request) => (await _functions.InvokeAsync(name, request))?.String;

        public async Task<object?> ActAsync(string name, string input, string instanceId) => await _functions.InvokeAsync(name, input, instanceId) switch
        {
            { HasJson: true } result => JsonConvert.DeserializeObject(result.Json, DatesAsText),
            { HasString: true } result => result.String,
            { HasBytes: true } result => result.Bytes.ToByteArray(),
            { HasInt: true } result => result.Int,
            { HasDouble: true } result => result.Double,
            _ => null,
        };

        public Task KeepAsync(string name, string binding)
        {
            _functions.ClientBinding = binding;
            return Task.CompletedTask;
        }
    }
}
