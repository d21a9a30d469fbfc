using System.Diagnostics;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>The ordinance and the rules under it as data: the dial between control and freedom. Read by <see cref="PolicyFile"/>.</summary>
public sealed record Policy
{
    /// <summary>Which text this is; each decision records it.</summary>
    public required string Version { get; init; }

    /// <summary>Who we are.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>Subjects an initiative can have.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>Parts of town.</summary>
    public required IReadOnlyList<Neighbourhood> Neighbourhoods { get; init; }

    /// <summary>The short check before an application; may be empty.</summary>
    public required IReadOnlyList<EligibilityQuestion> Eligibility { get; init; }

    /// <summary>Questions that the municipality adds to the form; may be empty.</summary>
    public required IReadOnlyList<PlainQuestion> FormQuestions { get; init; }

    /// <summary>Professionals.</summary>
    public required IReadOnlyList<Reviewer> Reviewers { get; init; }

    /// <summary>The council.</summary>
    public required Council Council { get; init; }

    /// <summary>Bands, lowest first; the last one ends at the highest amount there is.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>The bands that a case can be decided in: all, or the one of what was asked.</summary>
    public IReadOnlyList<Band> BandsFor(Euro asked) => Amounts.BandBy switch
    {
        BandBy.Granted => Bands,
        BandBy.Asked => [Band.For(Bands, asked)],
        _ => throw new UnreachableException(),
    };

    /// <summary>Other amounts.</summary>
    public required Amounts Amounts { get; init; }

    /// <summary>How long everything may take.</summary>
    public required PolicyTerms Terms { get; init; }

    /// <summary>How often things may happen.</summary>
    public required Limits Limits { get; init; }

    /// <summary>How many days before the legal date those who have to act are told of it, the largest first.</summary>
    public required IReadOnlyList<int> DeadlineSignals { get; init; }

    /// <summary>What a decision that is late costs after a notice of default, the oldest amounts first.</summary>
    public required IReadOnlyList<PenaltyRates> PenaltyRates { get; init; }

    /// <summary>How many neighbours have to confirm their support (medeondertekenaars); 0 when it is free.</summary>
    public required int SupportersNeeded { get; init; }

    /// <summary>What mails look like.</summary>
    public required MailRules Mail { get; init; }

    /// <summary>What may be attached.</summary>
    public required DocumentRules Documents { get; init; }

    /// <summary>How long what is stored stays.</summary>
    public required Retention Retention { get; init; }

    /// <summary>The lines of the rubric.</summary>
    public required IReadOnlyList<Criterion> Rubric { get; init; }

    /// <summary>Duties of a grant to choose from; may be empty.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>The scheme on which decisions rest (Awb 4:23).</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>How a grant is settled, by amount, the lowest first.</summary>
    public required IReadOnlyList<Regime> Regimes { get; init; }

    /// <summary>Where one objects and appeals (Awb 3:45).</summary>
    public required Remedies Remedies { get; init; }

    /// <summary>Grounds to refuse.</summary>
    public required IReadOnlyList<RefusalReason> RefusalReasons { get; init; }

    /// <summary>Reasons to withdraw that the applicant can choose from.</summary>
    public required IReadOnlyList<WithdrawalReason> WithdrawalReasons { get; init; }

    /// <summary>Which day decides the pot of an application.</summary>
    public PotYearBy PotYearBy { get; init; }

    /// <summary>The money of each year.</summary>
    public required IReadOnlyList<Pot> Pots { get; init; }

    /// <summary>Which days are working days.</summary>
    public required WorkingDays WorkingDays { get; init; }

    /// <summary>The highest amount that can be asked.</summary>
    public Euro MaxAmount => Bands[^1].UpTo;

    /// <summary>What a penalty costs when the notice of default is received on a day; before the first day that the file names, what it cost then.</summary>
    public PenaltyRates PenaltyRatesOn(DateOnly noticeOn) => PenaltyRates.LastOrDefault(rates => rates.From <= noticeOn) ?? PenaltyRates[0];

    /// <summary>The pot of a year, or null when the municipality has not set one.</summary>
    public Pot? PotFor(int year) => Pots.FirstOrDefault(pot => pot.Year == year);

    /// <summary>Whether one can apply on a day: there is a pot, and it is not closed.</summary>
    public bool IsOpenOn(DateOnly day) => Pots.Any(pot => pot.IsOpenOn(day));

    /// <summary>
    /// The year of the pot that an application falls under: that of its day of receipt or of its start, as the policy says. When there is no such pot, or it takes no
    /// applications on that day any more, the next one; when there is none either, the last.
    /// </summary>
    /// <param name="receivedOn">Day of receipt.</param>
    /// <param name="startsOn">Day on which the plan starts; null when it is not known.</param>
    public int PotYearOf(DateOnly receivedOn, DateOnly? startsOn)
    {
        var year = PotYearBy switch
        {
            PotYearBy.Receipt => receivedOn.Year,
            PotYearBy.Start => (startsOn ?? receivedOn).Year,
            _ => throw new UnreachableException(),
        };
        var next = Pots.Where(pot => pot.Year >= year && receivedOn <= pot.LastDay).MinBy(pot => pot.Year);
        return (next ?? Pots.MaxBy(pot => pot.Year))!.Year;
    }

    /// <summary>The day on which the next pot opens after this one; null when the municipality has not set one.</summary>
    public DateOnly? OpensAfter(DateOnly day) => Pots.Select(pot => pot.OpensOn).Where(opens => opens > day).Select(opens => (DateOnly?)opens).Min();

    /// <summary>Name of a theme, also of <see cref="Policies.Theme.Unknown"/>; of one that was taken out of the policy while a case ran, what its id says.</summary>
    public string ThemeName(string id) => id == Policies.Theme.Unknown
        ? Policies.Theme.UnknownName.ToString()
        : Themes.FirstOrDefault(theme => theme.Id == id)?.Name.ToString() ?? InWords(id);

    /// <summary>Name of a part of town; of one that was taken out of the policy while a case ran, what its id says.</summary>
    public string NeighbourhoodName(string id) => Neighbourhoods.FirstOrDefault(part => part.Id == id)?.Name ?? InWords(id);

    /// <summary>Whether a form may name this theme.</summary>
    public bool HasTheme(string? id) => Themes.Any(theme => theme.Id == id);

    /// <summary>Whether a form may name this part of town.</summary>
    public bool HasNeighbourhood(string? id) => Neighbourhoods.Any(neighbourhood => neighbourhood.Id == id);

    /// <summary>Whether somebody with this id is on the council on a day; not who left it.</summary>
    public bool HasCouncilMember(string id, DateOnly day) => Council.MembersOn(day).Any(member => member.Id == id);

    /// <summary>The calendar of the council window (<see cref="Policies.Council.DaysOf"/>).</summary>
    public WorkingDays CouncilDays => Council.DaysOf(WorkingDays);

    /// <summary>The theme with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Theme Theme(string id) => Find(Themes, theme => theme.Id, id);

    /// <summary>The part of town with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Neighbourhood Neighbourhood(string id) => Find(Neighbourhoods, neighbourhood => neighbourhood.Id, id);

    /// <summary>The professional with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Reviewer Reviewer(string id) => Find(Reviewers, reviewer => reviewer.Id, id);

    /// <summary>The council member with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public CouncilMember CouncilMember(string id) => Find(Council.Members, member => member.Id, id);

    /// <summary>The ground to refuse with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RefusalReason RefusalReason(string code) => Find(RefusalReasons, reason => reason.Code, code);

    // Ids are lower-case words with hyphens: PolicySection sees to that.
    internal static string InWords(string id) => $"{char.ToUpperInvariant(id[0])}{id[1..].Replace('-', ' ')}";

    private static T Find<T>(IReadOnlyList<T> all, Func<T, string> idOf, string id)
        where T : class =>
        all.FirstOrDefault(one => idOf(one) == id)
        ?? throw new KeyNotFoundException($"The policy has no {typeof(T).Name} \"{id}\".");
}
