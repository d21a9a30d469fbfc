using Azure;

namespace Initiatiefloket.Platform;

/// <summary>Optimistic concurrency on table rows: who loses reads again and tries again, a bounded number of times.</summary>
public static class Contention
{
    private const int MostAttempts = 20;

    /// <summary>True when somebody else changed or inserted the row first (HTTP 412 or 409).</summary>
    public static bool IsConflict(RequestFailedException exception) => exception.Status is 409 or 412;

    /// <summary>Gives up after twenty lost rounds: then something writes the row in a loop.</summary>
    public static void ThrowWhenHopeless(int attempt, string what)
    {
        if (attempt >= MostAttempts)
        {
            throw new TransientFailureException($"{what} is being changed by others all the time; gave up after {attempt} attempts.");
        }
    }
}
