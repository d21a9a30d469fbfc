using System.Globalization;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Which initiatives strangers may read. Until somebody of the town has looked and released it, they see the reference and the neighbourhood: what an applicant
/// typed could be anything, and people would take it for the municipality's words.
/// </summary>
public sealed class Releases(InitiativeTable initiatives, PublicInitiatives published, TimeProvider clock)
{
    /// <summary>Shows the title and the plan to everybody. May be repeated.</summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="by">Who looked at it.</param>
    public async Task ReleaseAsync(string id, Actor by, CancellationToken cancellation)
    {
        await ChangeAsync(id, InitiativeEventKind.Released, by, cancellation);
        await SettleAsync(id, cancellation);
    }

    /// <summary>Hides them again. May be repeated.</summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="by">Who takes the release back.</param>
    public async Task TakeBackAsync(string id, Actor by, CancellationToken cancellation)
    {
        // First, so that a crash in between hides too much rather than too little.
        await published.RemoveAsync(await initiatives.GetAsync(id, cancellation), cancellation);
        await ChangeAsync(id, InitiativeEventKind.ReleaseTakenBack, by, cancellation);
        await SettleAsync(id, cancellation);
    }

    /// <summary>Makes the public list agree with the row, whatever changes in between.</summary>
    public Task SettleAsync(string id, CancellationToken cancellation) => Contention.WinAsync(id, async () =>
    {
        var seen = await initiatives.GetAsync(id, cancellation);
        if (seen.IsPublic)
        {
            await published.PublishAsync(seen, cancellation);
        }
        else
        {
            await published.RemoveAsync(seen, cancellation);
        }

        return (await initiatives.GetAsync(id, cancellation)).IsPublic == seen.IsPublic ? seen : null;
    });

    private async Task ChangeAsync(string id, InitiativeEventKind kind, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var happened = new InitiativeEvent(string.Create(CultureInfo.InvariantCulture, $"{kind}-{now.UtcTicks}"), kind, now, by);
        await initiatives.ChangeAsync(id, happened, current => current.Release(kind == InitiativeEventKind.Released), cancellation);
    }
}
