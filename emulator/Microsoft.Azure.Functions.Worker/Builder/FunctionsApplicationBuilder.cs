using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a functions app and, in this stand-in, the host around it.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly HostJson _hostJson;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middlewares = [];

    internal FunctionsApplicationBuilder(string[] args)
    {
        _web = HostSettings.CreateBuilder(args);
        _hostJson = HostJson.Read(_web.Environment.ContentRootPath);
        _web.AddFunctionsHost(_hostJson);
    }

    /// <summary>Settings, to read and add to.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <summary>Name and folders of the app.</summary>
    public IHostEnvironment Environment => _web.Environment;

    /// <summary>Where logging is set up.</summary>
    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>Where metrics are set up.</summary>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>Values that extensions share while building.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <summary>The app's services; requests and functions share them.</summary>
    public IServiceCollection Services => _web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Builds the app with its host; starting it listens for requests.</summary>
    /// <returns>The host.</returns>
    public IHost Build()
    {
        var app = new FunctionsApp(Environment.ApplicationName, Configuration, _hostJson);
        if (app.Routes.Endpoints.Count > 0 && Services.All(service => service.ServiceType != typeof(HttpResultMiddleware)))
        {
            app.Problems.Add("HTTP functions need ASP.NET Core: call ConfigureFunctionsWebApplication() before Build().");
        }

        return _web.BuildFunctionsHost(app, _hostJson, new FunctionPipeline(_middlewares));
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middlewares.Add(middleware);
        return this;
    }
}
