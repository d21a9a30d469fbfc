using Initiatiefloket.Platform;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Web;

/// <summary>Turns whatever goes wrong in a function or while rendering its page into a page that helps the visitor.</summary>
public sealed partial class FailurePages(ILogger<FailurePages> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has left: there is nobody to answer, and nothing is wrong.
            context.GetInvocationResult().Value = TypedResults.Empty;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            // The one place that catches everything: behind it there is only the host's own bare error.
            var failure = FailureFor(exception, context);
            http.Response.Clear();
            SecurityHeaders.AddTo(http);
            await context.AnswerAsync(failure == Failure.FormExpired && ExpiredForm.Of(http.Request) is { } sent ? sent.ToResult() : failure.ToResult());
        }
    }

    private Failure FailureFor(Exception exception, FunctionContext context)
    {
        var function = context.FunctionDefinition.Name;
        if (StorageOutage.IsBehind(exception))
        {
            Log.StorageDidNotAnswer(logger, function, context.InvocationId, exception);
            return Failure.StorageDown;
        }

        switch (exception)
        {
            case AntiforgeryValidationException:
                Log.FormTokenRefused(logger, function, context.InvocationId, exception.Message);
                return Failure.FormExpired;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                Log.RequestRefused(logger, function, context.InvocationId, exception.Message);
                return Failure.TooLarge;
            case BadHttpRequestException or InvalidDataException:
                Log.RequestRefused(logger, function, context.InvocationId, exception.Message);
                return Failure.FormUnreadable;
            default:
                Log.FunctionFailed(logger, function, context.InvocationId, exception);
                return Failure.Bug(context.InvocationId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Storage did not answer. Function: {Function}. Invocation: {InvocationId}.")]
        public static partial void StorageDidNotAnswer(ILogger logger, string function, string invocationId, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "A form's antiforgery token was refused. Function: {Function}. Invocation: {InvocationId}. Why: {Why}")]
        public static partial void FormTokenRefused(ILogger logger, string function, string invocationId, string why);

        [LoggerMessage(3, LogLevel.Information, "A request was refused. Function: {Function}. Invocation: {InvocationId}. Why: {Why}")]
        public static partial void RequestRefused(ILogger logger, string function, string invocationId, string why);

        [LoggerMessage(4, LogLevel.Error, "A function failed. Function: {Function}. Invocation: {InvocationId}.")]
        public static partial void FunctionFailed(ILogger logger, string function, string invocationId, Exception exception);
    }
}
