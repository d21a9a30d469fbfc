using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class HttpFunctionTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private SampleApp _app = null!;

    public async Task InitializeAsync() => _app = await SampleApp.StartAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/", "root")]
    [InlineData("/numbers/7", "number 7")]
    [InlineData("/loose/7/Anna", "7 Anna")]
    [InlineData("/loose/7", "7 nobody")]
    [InlineData("/files/a/b/c.css", "a/b/c.css")]
    [InlineData("/ShowValueTask", "value task")]
    [InlineData("/showvaluetask", "value task")]
    [InlineData("/ShowNothing", "")]
    [InlineData("/context/42", "ShowContext 42 httpTrigger")]
    public async Task Get_ARoute_RunsItsFunction(string path, string expected) => Assert.Equal(expected, await _app.GetAsync(path));

    [Fact]
    public async Task Get_TwoRoutesThatMatch_RunsTheFirstByName() => Assert.Equal("any best", await _app.GetAsync("/named/best"));

    [Theory]
    [InlineData("GET", "/numbers/seven", 404)]
    [InlineData("GET", "/loose/seven", 500)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("POST", "/numbers/7", 404)]
    [InlineData("HEAD", "/numbers/7", 404)]
    [InlineData("POST", "/loose/7", 200)]
    [InlineData("DELETE", "/ShowAction", 418)]
    [InlineData("HEAD", "/ShowAction", 418)]
    [InlineData("GET", "/Fail", 500)]
    public async Task Send_MethodAndPath_AnswersAsTheRealHost(string method, string path, int expected) =>
        Assert.Equal(expected, await _app.StatusAsync(new HttpMethod(method), path));

    [Fact]
    public async Task Get_AnObject_AnswersEmptyAsTheRealWorker() => Assert.Equal("", await _app.GetAsync("/ShowObject"));

    [Fact]
    public async Task Get_Twice_EachInvocationHasOneScope()
    {
        var first = (await _app.GetAsync("/ShowScope")).Split(' ');
        var second = (await _app.GetAsync("/ShowScope")).Split(' ');

        Assert.Equal("True", first[0]);
        Assert.Equal(first[1], first[2]);
        Assert.NotEqual(first[1], second[1]);
    }

    [Fact]
    public async Task Get_ThroughAProxy_KeepsItsHeaderInTheBindingDataOnly()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/forwarded/7?id=8");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9, 198.51.100.1");

        using var response = await _app.Http.SendAsync(request);
        var seen = (await response.Content.ReadAsStringAsync()).Split('|');

        Assert.Equal("", seen[0]);
        Assert.Contains("\"X-Forwarded-For\":\"203.0.113.9, 198.51.100.1\"", seen[1], StringComparison.Ordinal);
        Assert.Equal("7", seen[2]);
    }

    [Fact]
    public async Task Get_QueryNamedLikeTheHeaders_TakesTheirPlaceAsInTheRealHost() =>
        Assert.Equal("|mine|7", await _app.GetAsync("/forwarded/7?headers=mine"));

    [Fact]
    public async Task Post_MoreThanTheWorkerTakes_IsRefused()
    {
        using var body = new ByteArrayContent([]);
        body.Headers.ContentLength = 30_000_001;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Upload") { Content = body };
        request.Headers.ExpectContinue = true;

        using var response = await _app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
