using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Initiatiefloket.DevHost.Tests.Http;

[Collection(nameof(RunningHost))]
public sealed class RequestTests(RunningHost host)
{
    [Theory]
    [InlineData("/hello/anna", "Hello anna GET")]
    [InlineData("/numbers/7", "number 7")]
    [InlineData("/files/a/b/c.css", "a/b/c.css")]
    public async Task Get_WhenARouteMatches_RunsItsFunction(string path, string expected) => Assert.Equal(expected, await host.GetAsync(path));

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/numbers/seven", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/numbers/7", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/numbers/7", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/files/a", HttpStatusCode.OK)]
    [InlineData("GET", "/fail", HttpStatusCode.InternalServerError)]
    public async Task Send_WhenMethodAndPathAreGiven_AnswersAsTheRealHost(string method, string path, HttpStatusCode expected) =>
        Assert.Equal(expected, await host.StatusAsync(method, path));

    [Fact]
    public async Task Send_WhenTwoFunctionsShareARoute_RunsTheOneOfTheMethod()
    {
        using var put = await host.SendAsync("PUT", "/numbers/7");

        Assert.Equal("PUT 7", await put.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Send_WhenAFunctionHasNoRouteAndNoMethods_IsFoundByItsNameForAll()
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/unrouted?colour=green");
        request.Headers.Add("X-Probe", "here");
        using var response = await host.Http.SendAsync(request);

        Assert.Equal("PATCH {\"colour\":\"green\"} True", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_WhenTheBodyIsAsLargeAsTheWorkerTakes_IsPassedOnWhole()
    {
        using var response = await host.SendAsync("POST", "/upload", new ByteArrayContent(new byte[30_000_000]));

        Assert.Equal("30000000", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_WhenTheBodyIsLargerThanTheWorkerTakes_FailsTheFunction()
    {
        using var response = await host.SendAsync("POST", "/upload", new ByteArrayContent(new byte[30_000_001]));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Post_WhenTheBodyIsLargerThanTheHostTakes_IsRefusedBeforeItIsSent()
    {
        using var client = new TcpClient(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857601\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData("/hello/anna")]
    [InlineData("/nowhere")]
    public async Task Get_WhenHostJsonHasCustomHeaders_AnswersWithThem(string path)
    {
        using var response = await host.SendAsync("GET", path);

        Assert.Equal("from host.json", Assert.Single(response.Headers.GetValues("X-Probe")));
    }

    [Fact]
    public async Task DurableClient_WhenTheSettingsNameNoRuntime_IsThatOfAnIsolatedWorker()
    {
        var binding = JsonNode.Parse(await host.GetAsync("/durable/client"))!;

        Assert.Equal(4 * 1024 * 1024, (int?)binding["maxGrpcMessageSizeInBytes"]);
    }

    [Fact]
    public async Task Get_WhenTheAnswerComesInPieces_PassesEachOnAtOnce()
    {
        using var response = await host.SendAsync("GET", "/drip");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("first", await reader.ReadLineAsync());
        using var told = await host.SendAsync("POST", "/drip");
        Assert.Equal("second", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task Get_WhenTheClientHangsUp_CancelsTheFunction()
    {
        (await host.SendAsync("GET", "/wait")).Dispose();

        Assert.Equal("hung up", await host.GetAsync("/waited"));
    }

    [Fact]
    public async Task AdminFunctions_Always_NamesEachWithItsTrigger()
    {
        var functions = await host.GetAsync("/admin/functions");

        Assert.All(["httpTrigger", "timerTrigger", "orchestrationTrigger", "activityTrigger"], kind => Assert.Contains($"\"{kind}\"", functions, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Output_WhenAFunctionFails_SaysWhyAndNothingElse()
    {
        await host.StatusAsync("GET", "/fail");

        await host.WaitForLineAsync("Fail failed: ");
        await host.WaitForLineAsync("Asked for.");
        Assert.DoesNotContain("info: Host.", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", host.Output, StringComparison.Ordinal);
    }
}
