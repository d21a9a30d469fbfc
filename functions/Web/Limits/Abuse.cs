using System.Diagnostics.Metrics;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Web;

/// <summary>
/// Leaves a trace of what may be abuse: a line in the log and one more in a metric, at which an alert rings (<c>infra/modules/alerts.bicep</c>). Anybody follows an
/// old mail once; many at a time is another matter. A sender has the name of a keyed hash: what one of them does can be put together, and nobody reads from it who
/// that is. Never the address of a page, a token or a code.
/// </summary>
public sealed partial class Abuse
{
    /// <summary>Name of the metric.</summary>
    public const string Metric = "initiatiefloket.abuse";

    private const string Kind = "kind";
    private const int NameLength = 16;

    private readonly KeyedHash _hash;
    private readonly IHttpContextAccessor _http;
    private readonly ILogger<Abuse> _logger;
    private readonly Counter<long> _seen;

    public Abuse(KeyedHash hash, IHttpContextAccessor http, IMeterFactory meters, ILogger<Abuse> logger)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_hash, _http, _logger) = (hash, http, logger);
        _seen = meters.Create(TelemetryServices.Meter).CreateCounter<long>(Metric, description: "What may be abuse, by kind.");
    }

    /// <summary>A sender has to wait (429), whatever it did too much of.</summary>
    /// <param name="function">What it asked for.</param>
    public async Task TooMuchAsync(string function, CancellationToken cancellation)
    {
        Count("too-much");
        Log.TooMuch(_logger, await SenderAsync(cancellation), function);
    }

    /// <summary>Somebody followed a link that nobody was sent.</summary>
    public async Task UnknownLinkAsync(CancellationToken cancellation)
    {
        Count("unknown-link");
        Log.UnknownLink(_logger, await SenderAsync(cancellation));
    }

    /// <summary>Somebody followed a link that does not work any more.</summary>
    /// <param name="why">Why not.</param>
    public async Task DeadLinkAsync(string why, CancellationToken cancellation)
    {
        Count("dead-link");
        Log.DeadLink(_logger, await SenderAsync(cancellation), why);
    }

    /// <summary>Somebody typed a code that opens or confirms nothing.</summary>
    /// <param name="why">What is the matter with it.</param>
    public async Task RefusedCodeAsync(string why, CancellationToken cancellation)
    {
        Count("refused-code");
        Log.RefusedCode(_logger, await SenderAsync(cancellation), why);
    }

    private void Count(string kind) => _seen.Add(1, KeyValuePair.Create<string, object?>(Kind, kind));

    private async Task<string> SenderAsync(CancellationToken cancellation) => _http.HttpContext is { } http && Sender.Of(http) is { } sender
        ? Convert.ToHexStringLower(await _hash.OfAsync("sender", sender, cancellation))[..NameLength]
        : "this machine";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sender does too much and has to wait. Sender: {Sender}. Function: {Function}.")]
        public static partial void TooMuch(ILogger logger, string sender, string function);

        [LoggerMessage(2, LogLevel.Information, "A link was followed that nobody was sent. Sender: {Sender}.")]
        public static partial void UnknownLink(ILogger logger, string sender);

        [LoggerMessage(3, LogLevel.Information, "A dead link was followed. Sender: {Sender}. Why: {Why}.")]
        public static partial void DeadLink(ILogger logger, string sender, string why);

        [LoggerMessage(4, LogLevel.Information, "A code was refused. Sender: {Sender}. Why: {Why}.")]
        public static partial void RefusedCode(ILogger logger, string sender, string why);
    }
}
