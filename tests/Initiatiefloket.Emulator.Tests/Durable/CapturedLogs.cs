using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>What a host has logged.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Message)> _lines = new();

    public IReadOnlyCollection<(string Category, string Message)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new CategoryLog(categoryName, _lines);

    public void Dispose()
    {
        // Nothing is open.
    }

    private sealed class CategoryLog(string category, ConcurrentQueue<(string Category, string Message)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, $"{formatter(state, exception)}{exception}"));
    }
}
