namespace Initiatiefloket.Emulator.Tests.Worker.Sample;

/// <summary>A scoped service: another one for each invocation.</summary>
public sealed class Visit
{
    private static int _count;

    public int Id { get; } = Interlocked.Increment(ref _count);
}
