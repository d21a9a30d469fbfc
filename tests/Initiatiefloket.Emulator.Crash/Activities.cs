using Microsoft.DurableTask;

namespace Initiatiefloket.Emulator.Crash;

internal static class Activities
{
    /// <summary>Has its effect.</summary>
    internal sealed class Have(Effects effects) : TaskActivity<Effect, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, Effect input) =>
            effects.HaveAsync(context.InstanceId, input);
    }

    /// <summary>Fails the first time and then has its effect.</summary>
    internal sealed class HaveAtLast(Effects effects) : TaskActivity<Effect, int>
    {
        public override async Task<int> RunAsync(TaskActivityContext context, Effect input) =>
            await effects.TryAsync(context.InstanceId, input.Key)
                ? throw new InvalidOperationException("Not the first time.")
                : await effects.HaveAsync(context.InstanceId, input);
    }
}
