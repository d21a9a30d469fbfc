using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Crash;

/// <summary>Tells on standard output what the engine says about its hub, and its errors.</summary>
internal sealed class LinesOfTheEngine : ILoggerProvider, ILogger
{
    private static readonly Dictionary<int, string> Lines = new() { [1004] = "standing by", [1005] = "working", [1006] = "taken over" };

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (Lines.TryGetValue(eventId.Id, out var line))
        {
            Console.WriteLine(line);
        }
        else if (logLevel >= LogLevel.Error)
        {
            Console.WriteLine($"error {formatter(state, exception)} {exception?.Message}".ReplaceLineEndings(" "));
        }
    }

    public void Dispose()
    {
        // Nothing is open.
    }
}
