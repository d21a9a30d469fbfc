using Azure;

namespace Initiatiefloket.Flow;

/// <summary>A signal that should have been sent by now.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Version">Version of its row, which changes when it is remembered again.</param>
public sealed record OverdueSignal(Signal Signal, ETag Version);
