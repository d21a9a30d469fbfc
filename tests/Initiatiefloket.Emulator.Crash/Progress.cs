namespace Initiatiefloket.Emulator.Crash;

/// <summary>What a run of a workflow hands to the next one.</summary>
internal sealed record Progress(int Round, int Sum);
