using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Emulator.Tests.Worker;

/// <summary>What a developer reads when the functions are wrong: everything at once.</summary>
public sealed class StartProblemTests
{
    [Fact]
    public void Names_ThatAreTakenOrRefused_AreTold() => Assert.Collection(
        ProblemsOf(typeof(Broken<int>.Names)),
        problem => Assert.StartsWith("Function '7' (", problem, StringComparison.Ordinal),
        problem => Assert.StartsWith("Function 'Twice' exists more than once: ", problem, StringComparison.Ordinal));

    [Fact]
    public void Triggers_ThatAreMissingOrTooMany_AreTold()
    {
        var problems = ProblemsOf(typeof(Broken<int>.Triggers));

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("NoTrigger) has no trigger", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("TwoTriggers) has more than one trigger: request, timer", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("Hidden) must be a public method", StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_ThatNothingFills_AreTold()
    {
        var problems = ProblemsOf(typeof(Broken<int>.Parameters));

        Assert.Collection(
            problems,
            problem => Assert.StartsWith("Function 'Body' has a parameter 'body' that cannot be bound: a HttpTriggerAttribute needs", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Function 'Client' has a parameter 'client' that cannot be bound: a [DurableClient] is", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Function 'List' has a parameter 'id' that cannot be bound", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Function 'Number' has a parameter 'other' that cannot be bound", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Function 'Orchestrate' has a parameter 'input' that cannot be bound: the input of an orchestration", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Routes_ThatClashOrAreReserved_AreTold()
    {
        var problems = ProblemsOf(typeof(Broken<int>.Routes));

        Assert.Equal(6, problems.Count);
        Assert.Contains("Functions 'First' and 'Second' have the same route: POST /Same/{name}.", problems);
        Assert.Contains("Function 'Admin' has a route under 'admin', which the host keeps for itself.", problems);
        Assert.Contains("Function 'Runtime' has a route under 'runtime', which the host keeps for itself.", problems);
        Assert.Contains("Function 'Mail' has a route under 'dev/mail', which the host keeps for itself.", problems);
        Assert.Contains("Function 'Root' has the route '', which Azure does not serve; for the root write '{root:maxlength(0)?}'.", problems);
        Assert.Contains(problems, problem => problem.StartsWith("Function 'Bad' has a route that cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Schedules_ThatCannotBeRead_AreTold() => Assert.Collection(
        ProblemsOf(typeof(Broken<int>.Schedules)),
        problem => Assert.EndsWith("'0 * * * *'.", problem, StringComparison.Ordinal),
        problem => Assert.Equal("Function 'Missing' takes its schedule from the setting 'NoSuchSetting', which does not exist.", problem),
        problem => Assert.EndsWith("'every day'.", problem, StringComparison.Ordinal));

    [Fact]
    public void Storage_ThatIsMissing_IsToldOnceATriggerNeedsIt() => Assert.Contains(
        "The setting AzureWebJobsStorage is empty, and function 'FiveFields' needs it.",
        ProblemsOf(typeof(Broken<int>.Schedules), storage: ""));

    [Fact]
    public void Constructors_ThatServicesCannotFill_AreTold()
    {
        var app = Read(typeof(Broken<int>.Unmade));
        using var services = new ServiceCollection().BuildServiceProvider();

        app.CheckConstructors(services);

        var failure = Assert.Throws<HostStartException>(app.ThrowOnProblems);
        Assert.Contains("no service is registered for System.IComparable`1[System.Int32]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_BeyondThisMachine_AreTold() => Assert.Contains(
        "The emulated host listens on this machine only: use http://localhost:<port> instead of 'http://0.0.0.0:80'.",
        ProblemsOf(typeof(Broken<int>.Names), urls: "http://localhost:7071;http://0.0.0.0:80"));

    private static ICollection<string> ProblemsOf(Type type, string storage = "UseDevelopmentStorage=true", string urls = "http://localhost:0") =>
        Read(type, storage, urls).Problems;

    private static FunctionsApp Read(Type type, string storage = "UseDevelopmentStorage=true", string urls = "http://localhost:0")
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", storage), new("urls", urls), new("Sunday", "0 0 17 * * SUN"),
        ]).Build();
        var hostJson = new HostJson(new ConfigurationBuilder().AddInMemoryCollection([new("extensions:http:routePrefix", "")]).Build());
        return new FunctionsApp([type], settings, hostJson);
    }
}
