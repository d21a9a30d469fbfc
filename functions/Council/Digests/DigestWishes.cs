using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Digests;

/// <summary>What council members want of the digest: read, changed, stopped. What they were told so far is not touched, so that nothing is lost over it.</summary>
public sealed class DigestWishes(CouncilMemberTable members, Policy policy, TimeProvider clock)
{
    /// <summary>What holds for a member.</summary>
    public async Task<DigestWish> FindAsync(Actor member, CancellationToken cancellation) =>
        (await members.FindAsync(member.CouncilMemberId!, cancellation))?.WishOr(policy.Council.Digest) ?? new DigestWish(policy.Council.Digest);

    /// <summary>Keeps what a member wants. What says the same as before changes nothing, so that the policy goes on to hold for whoever chose nothing.</summary>
    public async Task SaveAsync(Actor member, DigestWish wish, CancellationToken cancellation)
    {
        if (!IsSame(await FindAsync(member, cancellation), wish))
        {
            // The next moment of the new schedule counts, not one that is past.
            var now = clock.GetUtcNow();
            await members.ChangeAsync(
                member.CouncilMemberId!,
                new DigestReader(now) { SeenOn = LocalTime.DayOf(now) },
                reader => reader with { Wish = wish, HandledAt = reader.HandledAt > now ? reader.HandledAt : now },
                cancellation);
        }
    }

    /// <summary>Stops a member's digest. May be repeated.</summary>
    public async Task StopAsync(Actor member, CancellationToken cancellation)
    {
        var wish = await FindAsync(member, cancellation);
        await SaveAsync(member, wish with { Timing = wish.Timing with { Every = DigestFrequency.Never } }, cancellation);
    }

    private static bool IsSame(DigestWish one, DigestWish other) =>
        one.Timing == other.Timing && one.AlsoInRecess == other.AlsoInRecess
        && one.Themes.SequenceEqual(other.Themes) && one.Neighbourhoods.SequenceEqual(other.Neighbourhoods);
}
