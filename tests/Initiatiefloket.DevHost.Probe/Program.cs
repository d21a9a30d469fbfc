using Initiatiefloket.DevHost.Probe;
using Microsoft.Extensions.Hosting;

ProbeApp.CreateBuilder(args).Build().Run();
