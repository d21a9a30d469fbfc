using Initiatiefloket;
using Microsoft.Extensions.Hosting;

Loket.CreateBuilder(args).Build().Run();
