using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Keeps all that is logged: message, values, exception, and the scopes around it, which some sinks write too.</summary>
public sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Describe(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values.Select(value => $"{value.Key}={value.Value}")) : $"{state}";

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new List<string> { $"{logLevel} {category}: {formatter(state, exception)}", Describe(state), $"{exception}" };
            logs._scopes.ForEachScope((scope, lines) => lines.Add($"{scope} {Describe(scope)}"), line);
            logs._lines.Enqueue(string.Join(" | ", line));
        }
    }
}
