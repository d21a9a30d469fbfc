using Initiatiefloket.Money;

namespace Initiatiefloket.Worklist;

/// <summary>What the coordinator was last told of a pot that is nearly empty.</summary>
/// <param name="ToldOn">The day in town.</param>
/// <param name="Available">What was left then, or what came back since.</param>
public sealed record LowPot(DateOnly ToldOn, Euro Available)
{
    /// <summary>How long at least there is between two mails.</summary>
    public const int DaysBetween = 7;

    /// <summary>What the coordinator has to know today, given what was told before.</summary>
    /// <param name="told">The last time; null when there was none.</param>
    /// <param name="available">What is left now.</param>
    /// <param name="warnBelow">Below which rest there is a mail.</param>
    /// <param name="today">The day in town.</param>
    /// <returns>Null when there is and was nothing to tell.</returns>
    public static LowPot? Next(LowPot? told, Euro available, Euro warnBelow, DateOnly today)
    {
        if (available >= warnBelow)
        {
            return told is null ? null : told with { Available = available };
        }

        var isTime = told is null || today >= told.ToldOn.AddDays(DaysBetween);
        return isTime && (told is null || available < told.Available) ? new LowPot(today, available) : told;
    }

    /// <summary>Whether the mail of that day is still to go out if it did not: after that it would tell what is no longer true.</summary>
    public bool IsToBeTold(Euro warnBelow, DateOnly today) => Available < warnBelow && today < ToldOn.AddDays(DaysBetween);
}
