using Initiatiefloket.DevHost.Protocol;

namespace Initiatiefloket.DevHost.Tests.Starting;

public sealed class FunctionTests
{
    [Fact]
    public void Of_WhenABindingIsUnknown_NamesFunctionAndType()
    {
        var metadata = new RpcFunctionMetadata { Name = "Resize", RawBindings = { """{ "name": "blob", "type": "blobTrigger", "direction": "In" }""" } };

        Assert.StartsWith("Function 'Resize' has a binding of type 'blobTrigger'", Assert.Throws<HostStartException>(() => Function.Of(metadata)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowOnSameRoutes_WhenOnlyTheParametersNameDiffers_NamesBothFunctions()
    {
        Function[] functions = [Page("First", "cases/{id:int}", "get"), Page("Second", "Cases/{number:int}", "post"), Page("Third", "cases/{number:int}", "get")];

        var problem = Assert.Throws<HostStartException>(() => HttpFront.ThrowOnSameRoutes(functions, ""));

        Assert.Equal("Functions 'First' and 'Third' have the same route: GET /cases/{:int}.", problem.Message);
    }

    private static Function Page(string name, string route, string method) => Function.Of(new RpcFunctionMetadata
    {
        Name = name,
        RawBindings = { $$"""{ "name": "request", "type": "httpTrigger", "methods": ["{{method}}"], "route": "{{route}}" }""" },
    });
}
