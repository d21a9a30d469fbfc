using System.Reflection;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The functions of an app, sorted by trigger, and everything that is wrong with them.</summary>
internal sealed class FunctionsApp
{
    public const string StorageSetting = "AzureWebJobsStorage";

    private readonly List<string> _problems = [];

    /// <summary>The functions of an assembly.</summary>
    public FunctionsApp(string assemblyName, IConfiguration settings, HostJson hostJson)
        : this(TypesOf(assemblyName), settings, hostJson)
    {
        if (Functions.Count == 0)
        {
            _problems.Add($"No functions are found in an assembly '{assemblyName}' (--applicationName).");
        }
    }

    /// <summary>The functions of classes.</summary>
    public FunctionsApp(IEnumerable<Type> types, IConfiguration settings, HostJson hostJson)
    {
        Functions = FunctionFinder.Find(types, _problems);
        Routes = new HttpRoutes(Functions, hostJson.RoutePrefix, _problems);
        Schedules = [.. Functions
            .Where(function => function.Trigger is TimerTriggerAttribute)
            .Select(function => Schedule.Read(function, settings, _problems))
            .OfType<Schedule>()];
        Addresses = HostSettings.Addresses(settings, _problems);
        Storage = settings[StorageSetting] is { Length: > 0 } connection ? connection : null;
        CheckParameters();
        CheckStorage();
    }

    public IReadOnlyList<Function> Functions { get; }

    public HttpRoutes Routes { get; }

    public IReadOnlyList<Schedule> Schedules { get; }

    public string[] Addresses { get; }

    /// <summary>The storage account's connection string; null when there is none.</summary>
    public string? Storage { get; }

    public ICollection<string> Problems => _problems;

    /// <summary>Adds the classes that the app's services cannot make.</summary>
    public void CheckConstructors(IServiceProvider services)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        foreach (var type in Functions.Where(function => !function.Method.IsStatic).Select(function => function.Method.ReflectedType!).Distinct())
        {
            var missing = type.GetConstructors()
                .Select(constructor => constructor.GetParameters().Where(parameter => !CanFill(parameter, known)).ToList())
                .MinBy(lacking => lacking.Count);
            if (type.IsAbstract || missing is null)
            {
                _problems.Add($"Class {type.FullName} holds functions and cannot be made: it is abstract or has no public constructor.");
            }
            else if (missing.Count > 0)
            {
                _problems.Add($"Class {type.FullName} holds functions and cannot be made: no service is registered for {string.Join(", ", missing.Select(parameter => parameter.ParameterType))}.");
            }
        }
    }

    /// <exception cref="HostStartException">Something is wrong; the message lists everything.</exception>
    public void ThrowOnProblems()
    {
        if (_problems.Count > 0)
        {
            throw new HostStartException($"The app cannot start:{string.Concat(_problems.Select(problem => $"{Environment.NewLine}- {problem}"))}");
        }
    }

    private static bool CanFill(ParameterInfo parameter, IServiceProviderIsService known) =>
        parameter.HasDefaultValue
        || parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is not null
        || known.IsService(parameter.ParameterType);

    private static Type[] TypesOf(string assemblyName)
    {
        try
        {
            return Assembly.Load(assemblyName).GetTypes();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private void CheckParameters()
    {
        foreach (var function in Functions)
        {
            var bindingData = function.Trigger switch
            {
                HttpTriggerAttribute => Routes.ParametersOf(function),
                ActivityTriggerAttribute => ["instanceId"],
                _ => [],
            };
            foreach (var parameter in function.Parameters)
            {
                if (ParameterBinder.ProblemOf(function, parameter, bindingData) is { } problem)
                {
                    _problems.Add($"Function '{function.Name}' has a parameter '{parameter.Name}' that cannot be bound: {problem}.");
                }
            }
        }
    }

    private void CheckStorage()
    {
        if (Storage is null && Functions.FirstOrDefault(function => function.Trigger is not HttpTriggerAttribute) is { } function)
        {
            _problems.Add($"The setting {StorageSetting} is empty, and function '{function.Name}' needs it.");
        }
    }
}
