using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Loggers for orchestrators: what a replay writes again is dropped.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context) : ILoggerFactory
{
    private const int DeepestWrapping = 10;

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, Unwrap().CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Adding providers to the replay-safe logger factory is not supported.");

    public void Dispose()
    {
        // The factory underneath belongs to the host.
    }

    // A context that wraps another one hands out that one's replay-safe factory: do not wrap twice.
    private ILoggerFactory Unwrap()
    {
        var factory = context.UnderlyingLoggers;
        for (var depth = 0; factory is ReplaySafeLoggerFactory wrapped; depth++)
        {
            if (depth == DeepestWrapping)
            {
                throw new InvalidOperationException(
                    "Maximum unwrap depth exceeded while resolving the underlying ILoggerFactory. A wrapping context must return "
                    + "the inner context's ReplaySafeLoggerFactory, not its own.");
            }

            factory = wrapped.Underlying;
        }

        return factory;
    }

    private ILoggerFactory Underlying => context.UnderlyingLoggers;

    private sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
