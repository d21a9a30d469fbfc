using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>What the mails to whoever decides a round tell about a case, and what they have in common.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Application">What was filled in.</param>
/// <param name="Applicant">Who applied.</param>
/// <param name="Person">Whom the mail is for (<see cref="Actor"/>).</param>
/// <param name="Policy">The policy.</param>
/// <param name="Clock">The present.</param>
public sealed record ReviewMailCase(
    Initiative Initiative, Application Application, Applicant Applicant, Actor Person, Policy Policy, TimeProvider Clock)
{
    private const int LongestQuote = 600;
    private const int LongestPlan = 300;
    private const int LongestTitle = 60;

    /// <summary>A subject that begins with what there is to do and about what: "Beslis: Plantjesdag, € 900 (Bekspring), initiatief BI-2026-7K3M9".</summary>
    /// <param name="what">What there is to do.</param>
    public string SubjectOf(string what) =>
        $"{what}: {Shorten(Initiative.Title, LongestTitle)}, {Initiative.Asked.ToShortString()} ({Policy.NeighbourhoodName(Initiative.NeighbourhoodId)}), initiatief {Initiative.Id}";

    /// <summary>Names of the other members of the panel who did not vote yet.</summary>
    public IReadOnlyList<string> SilentNames =>
        [.. Initiative.Panel.SilentIn(Initiative.Round).Where(person => person != Person).Select(person => Policy.NameOf(person))];

    /// <summary>Set when this person sits here in place of a colleague.</summary>
    public HandOver? InPlaceOf => Initiative.Panel.HandOvers.LastOrDefault(change => change.Round == Initiative.Round && change.To == Person);

    /// <summary>False when the applicant was asked as often as the policy allows.</summary>
    public bool MayAsk => Initiative.MayBeAsked(Policy.Limits);

    /// <summary>True when this person voted before and disagreed with the others.</summary>
    public bool HasDisagreed => Initiative.Panel.Votes.Any(vote => vote.By == Person);

    /// <summary>How many decide together.</summary>
    public int Members => Initiative.Panel.Seats.Count;

    /// <summary>The questions of the round before this one with their answers; null in the first round.</summary>
    public Verdict? Answered => Initiative.VerdictOf(Initiative.Round - 1) is { AnsweredAt: not null } answered ? answered : null;

    /// <summary>The request to complete of the round before this one, when the time to answer it passed; null when there was none.</summary>
    public Verdict? Unanswered =>
        Initiative.VerdictOf(Initiative.Round - 1) is { Kind: VerdictKind.Ask, SuspendsClock: true, AnsweredAt: null } asked ? asked : null;

    /// <summary>The last day on which it may be set aside (Awb 4:5); null when it may not be today.</summary>
    public DateOnly? SetAsideBy => Initiative.SetAsideBy(Today, Policy.WorkingDays);

    /// <summary>The legal date with the days left.</summary>
    public string DecideBy => Initiative.Clock!.DecideByInWords(Today, Policy.WorkingDays);

    /// <summary>For the line beside the subject.</summary>
    public string UntilWhenAndHowMuch => $"Uiterlijk {DecideBy}. Gevraagd: {Initiative.Asked}.";

    public int DaysLeft => Initiative.Clock!.DaysLeft(Today, Policy.WorkingDays);

    /// <summary>The case in short, for whoever hears of it the first time.</summary>
    public MailBlock.Facts CaseFacts => new([new Fact("Wie", Applicant.Organisation ?? Applicant.Name), What, Where, Asked, DecideAtLatest]);

    /// <summary>What to look at: what the band has ticked, or the rubric; and what the applicant left open.</summary>
    public MailBlock.Facts ToLookAt => new(
    [
        Theme,
        .. Application.Gaps is [_, ..] gaps
            ? [new Fact("Nog niet ingevuld", string.Join('\n', gaps.Select(gap => gap.Words.ForReviewer)))]
            : Array.Empty<Fact>(),
        new Fact("Waar u op let", Initiative.RulesOfReview() is { Rubric: RubricUse.None, Checks: var checks }
            ? string.Join(" ", checks.Select(check => check.Text))
            : string.Join(", ", Policy.Rubric.OrderByDescending(line => line.Weight).Select(line => $"{line.Name} ({line.Weight}×)"))),
    ]);

    /// <summary>What the case is about and by when it must be decided.</summary>
    public MailBlock.Facts Facts => new(What, Where, Theme, Asked, DecideAtLatest);

    /// <summary>A button for each choice; all open the page of the same link. No question when the applicant was asked as often as the policy allows; setting aside only in its time.</summary>
    public MailBlock.Choices ChoicesFor(Uri link) => new(
    [
        new MailBlock.Button("Toekennen", link.WithChoice(VerdictForm.Approve)),
        .. MayAsk ? [new MailBlock.Button("Vraag stellen", link.WithChoice(VerdictForm.Ask))] : Array.Empty<MailBlock.Button>(),
        new MailBlock.Button("Afwijzen", link.WithChoice(VerdictForm.Decline)),
        .. SetAsideBy is null ? Array.Empty<MailBlock.Button>() : [new MailBlock.Button("Buiten behandeling stellen", link.WithChoice(VerdictForm.SetAside))],
    ]);

    /// <summary>The plan, as much of it as leaves the buttons below it near.</summary>
    public MailBlock.Quote Plan => new(Shorten(Application.Plan, LongestPlan));

    /// <summary>The beginning of a long text.</summary>
    internal static string Shorten(string text) => Shorten(text, LongestQuote);

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Not in the middle of a character of two code units.
        var length = longest - (char.IsHighSurrogate(text[longest - 1]) ? 1 : 0);
        return string.Concat(text.AsSpan(0, length), " …");
    }

    private Fact What => new("Wat", Initiative.Title);

    private Fact Where => new("Waar", Policy.NeighbourhoodName(Initiative.NeighbourhoodId));

    private Fact Theme => new("Thema", Policy.ThemeName(Initiative.ThemeId));

    private Fact Asked => new("Gevraagd", Initiative.Asked.ToString());

    private Fact DecideAtLatest => new("Wettelijk uiterlijk beslissen op", DecideBy);

    private DateOnly Today => LocalTime.DayOf(Clock.GetUtcNow());
}
