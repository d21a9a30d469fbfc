using Initiatiefloket.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class MiddlewareTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task UseMiddleware_SeveralOfThem_RunInOrderAroundTheFunction()
    {
        var order = new List<string>();
        await using var app = await StartAsync(builder =>
        {
            builder.UseMiddleware(Noting("outer"));
            builder.UseWhen(context => context.FunctionDefinition.Name == "Other", Noting("left out"));
            builder.UseMiddleware(Noting("inner"));
        });

        await app.GetAsync("/ShowValueTask");

        Assert.Equal(["outer in", "inner in", "inner out", "outer out"], order);

        Func<FunctionContext, Func<Task>, Task> Noting(string name) => async (_, next) =>
        {
            order.Add($"{name} in");
            await next();
            order.Add($"{name} out");
        };
    }

    [Fact]
    public async Task UseMiddleware_ThatCatches_AnswersWithItsOwnResult()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware<Apology>());

        using var response = await app.Http.GetAsync(new Uri("/Fail", UriKind.Relative));

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("The function failed.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task UseMiddleware_ThatDoesNotCallNext_KeepsTheFunctionFromRunning()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware((context, _) =>
        {
            context.GetInvocationResult().Value = TypedResults.Text($"stopped {context.GetHttpContext()!.Request.Path}");
            return Task.CompletedTask;
        }));

        Assert.Equal("stopped /Fail", await app.GetAsync("/Fail"));
    }

    [Fact]
    public async Task Features_SetByAMiddleware_AreSeenByTheNext()
    {
        await using var app = await StartAsync(builder =>
        {
            builder.UseMiddleware((context, next) =>
            {
                context.Features.Set("note");
                context.Items["key"] = "item";
                return next();
            });
            builder.UseMiddleware((context, _) =>
            {
                context.GetInvocationResult().Value = TypedResults.Text($"{context.Features.Get<string>()} {context.Items["key"]} {context.Features.Get<Uri>()}");
                return Task.CompletedTask;
            });
        });

        Assert.Equal("note item ", await app.GetAsync("/ShowValueTask"));
    }

    private Task<SampleApp> StartAsync(Action<FunctionsApplicationBuilder> configure) =>
        SampleApp.StartAsync(azurite.ConnectionString, configure: configure);

    private sealed class Apology : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException failure)
            {
                context.GetInvocationResult().Value = TypedResults.Text(failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }
    }
}
