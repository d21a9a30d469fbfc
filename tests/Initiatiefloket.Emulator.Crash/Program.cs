using Azure.Data.Tables;
using Initiatiefloket.Emulator.Crash;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Arguments: a connection string and the name of a hub. Says "working" when it works on the hub, and does what the lines on
// its standard input ask: see Commands. Ends when its input does.
var (connection, hub) = (args[0], args[1]);
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Logging.AddProvider(new LinesOfTheEngine());
builder.Services.Configure<TaskHubOptions>(options => (options.HubName, options.ConnectionString) = (hub, connection));
builder.Services.AddDurableTaskClient();
builder.Services.AddDurableTaskWorker(worker => worker.AddTasks(Journey.Register));
builder.Services.AddSingleton(new Effects(new TableClient(connection, $"{hub}Effects")));
using var host = builder.Build();
await host.StartAsync();
await new Commands(host.Services.GetRequiredService<DurableTaskClient>()).RunAsync();
await host.StopAsync();
