namespace Initiatiefloket.Emulator.Crash;

/// <param name="Key">Names the effect; the same at every replay.</param>
/// <param name="Value">What the activity returns.</param>
internal sealed record Effect(string Key, int Value);
