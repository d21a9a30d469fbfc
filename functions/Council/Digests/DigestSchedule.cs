using System.Diagnostics;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Digests;

/// <summary>
/// Whether a member's digest is due. Pure. It is when a moment of their schedule has come that was not handled: a run that was missed, is late or runs twice changes
/// nothing, nor does an hour that a day has twice or not at all.
/// </summary>
public static class DigestSchedule
{
    // More than the longest recess with the longest month before it.
    private const int MostDaysBack = 200;

    /// <summary>Whether the digest has to go out now.</summary>
    /// <param name="reader">What is remembered of the member.</param>
    /// <param name="council">What the policy says of the council.</param>
    /// <param name="now">The moment of looking.</param>
    public static bool IsDue(DigestReader reader, Initiatiefloket.Policies.Council council, DateTimeOffset now)
    {
        var wish = reader.WishOr(council.Digest);
        return LatestMoment(wish, council, now) > reader.HandledAt && (reader.RefusedOn is not { } refused || MayTryAgain(refused, wish.Timing, now));
    }

    /// <summary>The last moment so far at which it was to come; null when there was none.</summary>
    public static DateTimeOffset? LatestMoment(DigestWish wish, Initiatiefloket.Policies.Council council, DateTimeOffset now)
    {
        var today = LocalTime.DayOf(now);
        if (wish.Timing.Every == DigestFrequency.AtOnce)
        {
            return IsHeld(today) ? null : now;
        }

        for (var day = today; day > today.AddDays(-MostDaysBack); day = day.AddDays(-1))
        {
            if (IsOn(wish.Timing, day) && !IsHeld(day) && MomentOf(day, wish.Timing.Hour) is var moment && moment <= now)
            {
                return moment;
            }
        }

        return null;

        bool IsHeld(DateOnly day) => !wish.AlsoInRecess && council.RecessOn(day) is not null;
    }

    // A refusal holds for the day. The next attempt is not at night.
    private static bool MayTryAgain(DateOnly refused, DigestTiming timing, DateTimeOffset now) =>
        LocalTime.DayOf(now) is var today && today > refused && (timing.Every == DigestFrequency.AtOnce || now >= MomentOf(today, timing.Hour));

    private static bool IsOn(DigestTiming timing, DateOnly day) => timing.Every switch
    {
        DigestFrequency.Never => false,
        DigestFrequency.Day => true,
        DigestFrequency.Week => day.DayOfWeek == timing.Day,
        DigestFrequency.Month => day.Day == 1,
        DigestFrequency.AtOnce or _ => throw new UnreachableException(),
    };

    // An hour that is left out when summer time begins is the one after it; of one that comes twice it is the second.
    private static DateTimeOffset MomentOf(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Unspecified);
        var there = LocalTime.Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, LocalTime.Zone.GetUtcOffset(there));
    }
}
