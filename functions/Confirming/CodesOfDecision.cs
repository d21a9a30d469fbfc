namespace Initiatiefloket.Confirming;

/// <summary>The code that now counts for somebody's decision, and how often one was asked for. Not the code itself: that follows from this and the app's secret.</summary>
public sealed record CodesOfDecision
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A button that is pressed twice gives one mail.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(30);

    /// <summary>Before a code was ever asked for.</summary>
    public static CodesOfDecision None { get; } = new();

    /// <summary>How often a code may be tried.</summary>
    public static int MostTries => 5;

    /// <summary>
    /// How many codes may be asked for in an hour and in a day. Fifteen codes of six digits with five tries each: who has only a link is right on one day in
    /// 13,000, while the person it was sent to gets fifteen mails that say so.
    /// </summary>
    public static (int AnHour, int ADay) MostCodes => (5, 15);

    /// <summary>What the code is for (<see cref="DecisionToConfirm.Form"/>); empty when there is none.</summary>
    public string Form { get; init; } = "";

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>How often it may still be tried.</summary>
    public int TriesLeft { get; init; }

    /// <summary>When codes were asked for in the last day, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>When the code stops working.</summary>
    public DateTimeOffset ValidUntil => IssuedAt + Validity;

    /// <summary>Asks for a code. What counted before does not count any more.</summary>
    public (CodeMailed Outcome, CodesOfDecision After) Issue(string form, DateTimeOffset now)
    {
        if (Form == form && TriesLeft == MostTries && now - IssuedAt < AtOnce)
        {
            return (new CodeMailed.Sent(ValidUntil), this);
        }

        var asked = Asked.Where(at => at > now - Day).ToList();
        if ((WaitOf(asked, MostCodes.AnHour, Hour, now) ?? WaitOf(asked, MostCodes.ADay, Day, now)) is { } wait)
        {
            return (new CodeMailed.TooOften(wait), this);
        }

        // Never the moment of the code before: code and mail are named by it.
        var issuedAt = now > IssuedAt ? now : IssuedAt.AddTicks(1);
        var after = new CodesOfDecision { Form = form, IssuedAt = issuedAt, TriesLeft = MostTries, Asked = [.. asked, issuedAt] };
        return (new CodeMailed.Sent(after.ValidUntil), after);
    }

    /// <summary>Tries a code. Right or wrong, it costs a try, so that tries at the same time get no further than tries one after another.</summary>
    /// <param name="form">The decision that it is typed for.</param>
    /// <param name="isRight">Whether it is this code.</param>
    /// <param name="now">The present.</param>
    public (CodeChecked Outcome, CodesOfDecision After) Try(string form, bool isRight, DateTimeOffset now)
    {
        if (Form != form)
        {
            return (new CodeChecked.ForAnotherDecision(), this);
        }

        if (now >= ValidUntil)
        {
            return (new CodeChecked.Expired(), this);
        }

        if (TriesLeft == 0)
        {
            return (new CodeChecked.UsedUp(), this);
        }

        var after = this with { TriesLeft = TriesLeft - 1 };
        return (isRight ? new CodeChecked.Confirmed() : after.TriesLeft == 0 ? new CodeChecked.UsedUp() : new CodeChecked.Wrong(after.TriesLeft), after);
    }

    // The one that is counted out by then makes room for the next.
    private static TimeSpan? WaitOf(List<DateTimeOffset> asked, int most, TimeSpan period, DateTimeOffset now)
    {
        var within = asked.Where(at => at > now - period).ToList();
        return within.Count < most ? null : within[^most] + period - now;
    }
}
