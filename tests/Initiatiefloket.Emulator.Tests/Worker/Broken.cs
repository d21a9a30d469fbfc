using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Worker;

/// <summary>Functions that must not start. They are generic so that the host, when it looks through this assembly, passes them by.</summary>
/// <typeparam name="T">Anything.</typeparam>
[SuppressMessage("Performance", "CA1812", Justification = "The functions are found by reflection.")]
internal static class Broken<T>
{
    internal sealed class Names
    {
        [Function("Twice")]
        public void One([HttpTrigger("get", Route = "one")] HttpRequest request) => _ = request;

        [Function("twice")]
        public void Two([HttpTrigger("get", Route = "two")] HttpRequest request) => _ = request;

        [Function("7")]
        public void Three([HttpTrigger("get", Route = "three")] HttpRequest request) => _ = request;
    }

    internal sealed class Triggers
    {
        [Function("NoTrigger")]
        public void NoTrigger(FunctionContext context) => _ = context;

        [Function("TwoTriggers")]
        public void TwoTriggers([HttpTrigger] HttpRequest request, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = (request, timer);

        [Function("Hidden")]
        internal void Hidden([HttpTrigger] HttpRequest request) => _ = request;
    }

    internal sealed class Parameters
    {
        [Function("Number")]
        public void Number([HttpTrigger(Route = "number/{id}")] HttpRequest request, int other) => _ = (request, other);

        [Function("List")]
        public void List([HttpTrigger(Route = "list/{id}")] HttpRequest request, List<int> id) => _ = (request, id);

        [Function("Body")]
        public void Body([HttpTrigger(Route = "body")] string body) => _ = body;

        [Function("Client")]
        public void Client([HttpTrigger(Route = "client")] HttpRequest request, [DurableClient] string client) => _ = (request, client);

        [Function("Orchestrate")]
        public static Task Orchestrate([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<int> input) => Task.FromResult((context, input));

        [Function("Fine")]
        public void Fine(
            [HttpTrigger(Route = "fine/{id}/{day?}")] HttpRequest request,
            Guid id,
            DateTime? day,
            FunctionContext context,
            [DurableClient] DurableTaskClient client,
            CancellationToken stop) => _ = (request, id, day, context, client, stop);
    }

    internal sealed class Routes
    {
        [Function("First")]
        public void First([HttpTrigger("get", "post", Route = "same/{id}")] HttpRequest request) => _ = request;

        [Function("Second")]
        public void Second([HttpTrigger("POST", Route = "Same/{name}")] HttpRequest request) => _ = request;

        [Function("Third")]
        public void Third([HttpTrigger("put", Route = "same/{id}")] HttpRequest request) => _ = request;

        [Function("Fourth")]
        public void Fourth([HttpTrigger("get", Route = "same/{id:int}")] HttpRequest request) => _ = request;

        [Function("Admin")]
        public void Admin([HttpTrigger(Route = "admin/users")] HttpRequest request) => _ = request;

        [Function("Runtime")]
        public void Runtime([HttpTrigger(Route = "runtime")] HttpRequest request) => _ = request;

        [Function("Mail")]
        public void Mail([HttpTrigger(Route = "dev/mail/{id}")] HttpRequest request) => _ = request;

        [Function("Root")]
        public void Root([HttpTrigger(Route = "")] HttpRequest request) => _ = request;

        [Function("Bad")]
        public void Bad([HttpTrigger(Route = "{id")] HttpRequest request) => _ = request;
    }

    internal sealed class Schedules
    {
        [Function("Words")]
        public void Words([TimerTrigger("every day")] TimerInfo timer) => _ = timer;

        [Function("FiveFields")]
        public void FiveFields([TimerTrigger("0 * * * *")] TimerInfo timer) => _ = timer;

        [Function("Missing")]
        public void Missing([TimerTrigger("%NoSuchSetting%")] TimerInfo timer) => _ = timer;

        [Function("Sunday")]
        public void Sunday([TimerTrigger("%Sunday%")] TimerInfo timer) => _ = timer;
    }

    internal sealed class Unmade(IComparable<T> missing)
    {
        [Function("Unmade")]
        public void Run([HttpTrigger] HttpRequest request) => _ = (request, missing);
    }
}
