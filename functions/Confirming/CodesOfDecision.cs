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

    /// <summary>Codes for other forms that were asked for before and still work: whoever else fills in a form takes nobody's code away.</summary>
    public IReadOnlyList<IssuedCode> Earlier { get; init; } = [];

    /// <summary>When codes were asked for in the last day, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>When the code stops working.</summary>
    public DateTimeOffset ValidUntil => IssuedAt + Validity;

    /// <summary>The code for a form; null when none was asked for, or it was too long ago.</summary>
    public IssuedCode? CodeFor(string form) =>
        Form == form ? new IssuedCode(Form, IssuedAt, TriesLeft) : Earlier.FirstOrDefault(code => code.Form == form);

    /// <summary>Asks for a code. What counted before for the same form does not count any more.</summary>
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
        var after = new CodesOfDecision
        {
            Form = form,
            IssuedAt = issuedAt,
            TriesLeft = MostTries,
            Earlier = [.. Earlier.Append(new IssuedCode(Form, IssuedAt, TriesLeft)).Where(code => code.Form != form && now < code.IssuedAt + Validity)],
            Asked = [.. asked, issuedAt],
        };
        return (new CodeMailed.Sent(after.ValidUntil), after);
    }

    /// <summary>Tries a code. Right or wrong, it costs a try, so that tries at the same time get no further than tries one after another.</summary>
    /// <param name="form">The decision that it is typed for.</param>
    /// <param name="isRight">Whether it is this code.</param>
    /// <param name="now">The present.</param>
    public (CodeChecked Outcome, CodesOfDecision After) Try(string form, bool isRight, DateTimeOffset now)
    {
        if (CodeFor(form) is not { } code)
        {
            return (new CodeChecked.ForAnotherDecision(), this);
        }

        if (now >= code.IssuedAt + Validity)
        {
            return (new CodeChecked.Expired(), this);
        }

        if (code.TriesLeft == 0)
        {
            return (new CodeChecked.UsedUp(), this);
        }

        var tried = code with { TriesLeft = code.TriesLeft - 1 };
        var after = Form == form
            ? this with { TriesLeft = tried.TriesLeft }
            : this with { Earlier = [.. Earlier.Select(other => other == code ? tried : other)] };
        return (isRight ? new CodeChecked.Confirmed() : tried.TriesLeft == 0 ? new CodeChecked.UsedUp() : new CodeChecked.Wrong(tried.TriesLeft), after);
    }

    // The one that is counted out by then makes room for the next.
    private static TimeSpan? WaitOf(List<DateTimeOffset> asked, int most, TimeSpan period, DateTimeOffset now)
    {
        var within = asked.Where(at => at > now - period).ToList();
        return within.Count < most ? null : within[^most] + period - now;
    }
}

/// <summary>A code that was mailed. It follows from this and the app's secret.</summary>
/// <param name="Form">What it is for (<see cref="DecisionToConfirm.Form"/>).</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="TriesLeft">How often it may still be tried.</param>
public sealed record IssuedCode(string Form, DateTimeOffset IssuedAt, int TriesLeft);
