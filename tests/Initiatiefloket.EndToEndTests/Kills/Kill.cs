namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>A moment to kill somebody: at a write to storage.</summary>
/// <param name="Victim">Who dies.</param>
/// <param name="Write">At which write, counted from when the loket was last whole: of the worker its own ones, of the host all.</param>
/// <param name="IsStored">True: storage carries that write out, and who made it never hears. False: storage never gets it.</param>
internal sealed record Kill(Victim Victim, int Write, bool IsStored)
{
    // What was in a dead host's hands comes back to the next one after a minute, which is the least that the Azure Storage provider takes. So hosts die in quick
    // succession, and all that their deaths left lying comes back at about the same time.
    private const string Order = "WWWHHHWWWWHHHWWW";

    /// <summary>16 moments, the same ones for a seed.</summary>
    public static IReadOnlyList<Kill> Plan(int seed)
    {
        var random = new Random(seed);
        return [.. Order.Select((who, index) => who == 'W'
            ? new Kill(Victim.Worker, random.Next(5, 40), random.Next(2) == 0)
            : new Kill(Victim.Host, Order[index - 1] == 'H' ? random.Next(1, 12) : random.Next(20, 80), random.Next(2) == 0))];
    }
}
