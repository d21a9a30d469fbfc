using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>For what and when the money is (Awb 4:30).</summary>
/// <param name="Title">The activity, as the applicant described it in the application.</param>
/// <param name="StartsOn">First day; null when nobody said.</param>
/// <param name="EndsOn">Last day; null for something of one day, or when nobody said.</param>
public sealed record Activity(string Title, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>The day from which settling is counted; null when nobody named any day, so that it is counted from the letter.</summary>
    public DateOnly? LastDay => EndsOn ?? StartsOn;
}

/// <summary>How much is granted (Awb 4:31).</summary>
public abstract record Granted
{
    private Granted()
    {
    }

    /// <summary>The amount.</summary>
    public abstract Euro Amount { get; }

    /// <summary>An amount that stands.</summary>
    public sealed record Fixed(Euro Sum) : Granted
    {
        public override Euro Amount => Sum;
    }

    /// <summary>What it really costs, and at most this.</summary>
    public sealed record AtMost(Euro Sum) : Granted
    {
        public override Euro Amount => Sum;
    }
}

/// <summary>How the recipient accounts, and when the grant is settled (Awb 4:44 to 4:47).</summary>
public abstract record Settling
{
    private Settling()
    {
    }

    /// <summary>By the municipality of its own accord (Awb 4:47).</summary>
    /// <param name="LastDay">Last day of the activity; null when nobody said.</param>
    /// <param name="UsualLength">Counted from the letter in place of that day.</param>
    /// <param name="Within">How long after it.</param>
    public sealed record ExOfficio(DateOnly? LastDay, Term UsualLength, Term Within) : Settling;

    /// <summary>On request (Awb 4:44).</summary>
    /// <param name="LastDay">Last day of the activity; null when nobody said.</param>
    /// <param name="UsualLength">Counted from the letter in place of that day.</param>
    /// <param name="RequestWithin">How long after it one may ask.</param>
    /// <param name="Within">How long after the request it is settled.</param>
    public sealed record OnRequest(DateOnly? LastDay, Term UsualLength, Term RequestWithin, Term Within) : Settling;
}

/// <summary>Reasons (Awb 3:46): each has words, and there is one at least.</summary>
public sealed record Reasons
{
    /// <exception cref="ArgumentException">There is none, or one is empty: then there is no letter.</exception>
    public Reasons(IReadOnlyList<string> paragraphs)
    {
        if (paragraphs.Count == 0 || paragraphs.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A decision has reasons (Awb 3:46).", nameof(paragraphs));
        }

        Paragraphs = paragraphs;
    }

    /// <summary>A paragraph each.</summary>
    public IReadOnlyList<string> Paragraphs { get; }
}

/// <summary>Why something is refused: on which ground, and what makes it so in this case (Awb 3:46, 3:47).</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>On grounds of the policy.</summary>
    /// <param name="Grounds">Each with its article; none in a verdict from before grounds had to be chosen.</param>
    /// <param name="Facts">What makes it so.</param>
    public sealed record OnGrounds(IReadOnlyList<string> Grounds, Reasons Facts) : Refusal;

    /// <summary>By the council.</summary>
    /// <param name="Ground">The ground with its article; null in a decision from before one had to be chosen.</param>
    /// <param name="Meeting">Where it decided.</param>
    /// <param name="Facts">What makes it so.</param>
    public sealed record ByCouncil(string? Ground, CouncilMeeting Meeting, Reasons Facts) : Refusal;

    /// <summary>Because the pot is empty (Awb 4:25).</summary>
    /// <param name="Lack">Where the application stood under the ceiling.</param>
    /// <param name="Year">Year of the pot.</param>
    public sealed record ForLackOfMoney(LackOfMoney Lack, int Year) : Refusal;
}

/// <summary>What the council decided and why, beside the reasons of the professional.</summary>
/// <param name="Meeting">Where it decided.</param>
/// <param name="Reasons">In the words of whoever recorded it.</param>
public sealed record CouncilReasons(CouncilMeeting Meeting, string Reasons);

/// <summary>The meeting in which the council decided.</summary>
/// <param name="On">The day.</param>
/// <param name="Name">"raadsvergadering"; null in what was recorded before it was asked.</param>
/// <param name="AgendaItem">Number of the item on the agenda; null when nobody said.</param>
/// <param name="PublishedAt">Where the decision was published; null when nobody said.</param>
public sealed record CouncilMeeting(DateOnly On, string? Name, string? AgendaItem, Uri? PublishedAt)
{
    /// <summary>The meeting of a decision.</summary>
    public static CouncilMeeting Of(CouncilDecision decision) =>
        new(decision.DecidedOn, decision.MeetingInSentence, decision.AgendaItem, decision.PublishedAt);
}

/// <summary>What one can do against a decision (Awb 3:45).</summary>
public abstract record Remedy
{
    private Remedy()
    {
    }

    /// <summary>Objection to the body that decided (Awb 6:4, 7:1).</summary>
    /// <param name="Desk">Where.</param>
    /// <param name="Term">How long from the day after the announcement (Awb 6:7, 6:8).</param>
    public sealed record Objection(ObjectionDesk Desk, Term Term) : Remedy;

    /// <summary>Appeal to a court (Awb 8:1).</summary>
    /// <param name="Court">Which.</param>
    /// <param name="Term">How long from the day after the announcement.</param>
    public sealed record Appeal(AppealCourt Court, Term Term) : Remedy;
}

/// <summary>Until when is paid: a day by name, or a term after the announcement (Awb 4:87).</summary>
/// <param name="Term">How long.</param>
/// <param name="On">The day; null when the term holds.</param>
public sealed record PayDay(Term Term, DateOnly? On = null);
