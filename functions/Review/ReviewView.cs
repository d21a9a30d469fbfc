using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>What the review page shows.</summary>
public sealed record ReviewView
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    /// <summary>The rules of the case.</summary>
    public required Policy Rules { get; init; }

    /// <summary>What was sent along, also with answers.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>What was sent along with the application.</summary>
    public IReadOnlyList<Document> WithApplication =>
        [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>Path of the page.</summary>
    public required string Address { get; init; }

    public required string ApplicantName { get; init; }

    /// <summary>To whom the link was sent (<see cref="Actor"/>).</summary>
    public required Actor Person { get; init; }

    /// <summary>The round of the link.</summary>
    public required int Round { get; init; }

    /// <summary>Their name.</summary>
    public required string PersonName { get; init; }

    public required DateOnly DecideBy { get; init; }

    public required int DaysLeft { get; init; }

    /// <summary>What granting does to the pot; null for whoever has nothing to decide here.</summary>
    public BudgetEffect? Effect { get; init; }

    /// <summary>What probably leads to a refusal, for whoever decides here.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>Other initiatives of the same applicant, for whoever decides here.</summary>
    public IReadOnlyList<EarlierInitiative> Earlier { get; init; } = [];

    /// <summary>Granted ones in the same part of town about the same theme, for whoever decides here.</summary>
    public IReadOnlyList<PublicInitiative> Similar { get; init; } = [];

    /// <summary>Notes and advice that this person may read.</summary>
    public required CaseTalk Talk { get; init; }

    /// <summary>Who else decides, and what of their votes may be seen.</summary>
    public required PanelView Panel { get; init; }

    /// <summary>The verdict of the round, or as long as there is none this person's own vote.</summary>
    public Verdict? Given { get; init; }

    /// <summary>Who gave it.</summary>
    public required IReadOnlyList<string> GivenBy { get; init; }

    /// <summary>Whether the round has a verdict.</summary>
    public bool IsSettled { get; init; }

    /// <summary>True as long as the round waits for this person's vote.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>True when the link is of an earlier round, and the round of now waits for this person's vote.</summary>
    public bool IsOpenInLaterRound { get; init; }

    /// <summary>False for whoever is involved in the initiative (Awb 2:4), or gave up their place: they see who decides, not the case.</summary>
    public required bool MaySeeCase { get; init; }

    /// <summary>True for whoever gave up their place, for another reason than being involved.</summary>
    public bool IsFormer { get; init; }

    /// <summary>True on the day after this person decided: what follows is news then.</summary>
    public bool IsFresh { get; init; }

    /// <summary>How this person lost their place last, in whatever round; null when they lost none.</summary>
    public HandOver? GivenUp => Initiative.Panel.HandOvers.LastOrDefault(change => change.From == Person);

    /// <summary>What this person decided before, for whoever gave up their place.</summary>
    public IReadOnlyList<Verdict> OwnVotes { get; init; } = [];

    /// <summary>The notes that this person wrote.</summary>
    public IEnumerable<Note> OwnNotes => Talk.Notes.Where(note => note.By == Person);

    /// <summary>What stands in the form.</summary>
    public required VerdictForm Form { get; init; }

    /// <summary>False when the applicant was asked as often as the policy allows.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Whether a request to complete can still stop the clock.</summary>
    public bool MaySuspend { get; init; }

    /// <summary>The applicant's request for more time that this person can answer; null when there is none.</summary>
    public TimeRequest? TimeWanted { get; init; }

    /// <summary>The last day on which it may be set aside (Awb 4:5); null when it may not be today.</summary>
    public DateOnly? SetAsideBy { get; init; }

    /// <summary>The choice that is shown first and unfolded; null when none is.</summary>
    public VerdictKind? Prepared { get; init; }

    /// <summary>True when it was kept on another device or in another tab since this page was opened.</summary>
    public bool IsKeptElsewhere { get; init; }

    public required FormErrors Errors { get; init; }

    /// <summary>The choices in the order in which they are shown.</summary>
    public IReadOnlyList<VerdictKind> Choices =>
        [.. Enum.GetValues<VerdictKind>().Where(IsOffered).OrderByDescending(kind => kind == Prepared)];

    /// <summary>Whether the part of a choice is unfolded: the one that was prepared; as long as none is, each in which something was filled in.</summary>
    public bool IsUnfolded(VerdictKind kind) => Prepared is null ? Form.HasTextFor(kind) : Prepared == kind;

    /// <summary>How professionals decide on a case of this amount.</summary>
    public ReviewRules ReviewRules => Initiative.RulesOfReview();

    /// <summary>The grounds to refuse that can be chosen now.</summary>
    public IEnumerable<RefusalReason> Grounds => Rules.RefusalReasons.Except(GroundsNotNow);

    /// <summary>Those that cannot be, since there is money left for the case (Awb 4:25).</summary>
    public IReadOnlyList<RefusalReason> GroundsNotNow => VerdictForm.GroundsNotNow(Rules, MoneyLeft);

    /// <summary>What is left in the pot for the case; nothing for whoever has nothing to decide here.</summary>
    public Euro MoneyLeft => Effect?.Left ?? Euro.Zero;

    // What was typed to set it aside stays on the page when the last day has passed.
    private bool IsOffered(VerdictKind kind) => kind switch
    {
        VerdictKind.Ask => MayAsk,
        VerdictKind.SetAside => SetAsideBy is not null || Form.Incomplete.Length > 0,
        VerdictKind.Approve or VerdictKind.Decline => true,
        _ => throw new UnreachableException(),
    };

    /// <summary>The address at which a document can be opened.</summary>
    public string AddressOf(Document document) => $"{Address}/document/{document.Id}";

    /// <summary>The address at which a document is shown on the page itself.</summary>
    public string ShownAt(Document document) => $"{AddressOf(document)}/{ReviewNavigation.Show}";
}

/// <summary>Gathers what the review page shows.</summary>
public sealed class ReviewViews(
    InitiativeTable initiatives,
    DocumentLibrary documents,
    PotLedger pot,
    OtherInitiatives others,
    CaseTalkTable talk,
    People people,
    Policy policy,
    TimeProvider clock)
{
    public async Task<ReviewView> BuildAsync(LinkVisit<VerdictForm> visit, CancellationToken cancellation)
    {
        var (link, initiative, form, now) = (visit.Link, visit.Initiative, visit.Form, clock.GetUtcNow());
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var settled = initiative.VerdictOf(link.Round);
        var isOpen = initiative.AcceptsVoteOf(link.Person, link.Round);
        var rules = policy.For(initiative);
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var own = initiative.Panel.VoteOf(link.Person, link.Round);
        return new ReviewView
        {
            Rules = rules,
            Initiative = initiative,
            Application = application,
            Concerns = isOpen ? Initiatives.Concerns.Of(initiative, application, rules) : [],
            Documents = await documents.ListCaseAsync(initiative.Id, cancellation),
            Address = visit.Address,
            ApplicantName = applicant.Name,
            Person = link.Person,
            Round = link.Round,
            PersonName = NameOf(link.Person),
            DecideBy = initiative.Clock!.DecideBy(policy.WorkingDays),
            DaysLeft = initiative.Clock.DaysLeft(LocalTime.DayOf(now), policy.WorkingDays),
            Effect = isOpen ? await EffectOfAsync(form.Amount, initiative, cancellation) : null,
            Earlier = isOpen ? await others.FindEarlierAsync(initiative.Id, applicant, cancellation) : [],
            Similar = isOpen ? await others.FindSimilarAsync(initiative, cancellation) : [],
            Talk = (await talk.GetAsync(initiative.Id, cancellation)).SeenBy(link.Person, initiative),
            Panel = PanelView.Of(initiative, link.Person, link.Round, NameOf),
            Given = settled ?? own,
            IsFresh = own is not null && now - own.At < TimeSpan.FromDays(1),
            GivenBy = settled is null ? [] : GiversOf(settled, initiative.Panel),
            IsSettled = settled is not null,
            IsOpen = isOpen,
            IsOpenInLaterRound = initiative.IsOpenInLaterRound(link.Person, link.Round),
            MaySeeCase = initiative.MayReadCase(link.Person),
            IsFormer = initiative.MaySeeCase(link.Person) && initiative.IsFormerMember(link.Person),
            OwnVotes = [.. initiative.Panel.Votes.Concat(initiative.Verdicts).Where(vote => vote.By == link.Person).DistinctBy(vote => vote.Round)],
            Form = form,
            MayAsk = initiative.MayBeAsked(rules.Limits),
            TimeWanted = isOpen && initiative.OpenTimeRequest(now) is { IsByApplicant: true } wanted ? wanted : null,
            SetAsideBy = initiative.SetAsideBy(LocalTime.DayOf(now), policy.WorkingDays),
            MaySuspend = VerdictForm.MaySuspend(initiative, policy, now),
            Errors = visit.Errors,
            Prepared = VerdictForm.KindOf(form.Choice) ?? VerdictForm.KindOf(visit.Request.Query[VerdictForm.ChoiceField]),
        };
    }

    /// <summary>What is left in the pot for a case.</summary>
    public async Task<Euro> MoneyLeftForAsync(Initiative initiative, CancellationToken cancellation) => (await EffectOfAsync("", initiative, cancellation)).Left;

    private async Task<BudgetEffect> EffectOfAsync(string typed, Initiative initiative, CancellationToken cancellation)
    {
        var (balance, standing) = await pot.GetViewAsync(initiative.PotYear, initiative.Id, cancellation);
        return BudgetEffect.Of(typed, initiative.Asked, balance, initiative.Bands, standing);
    }

    private string NameOf(Actor person) => people.Find(person).Name;

    // A verdict on which all agree is everybody's; a question and the coordinator's decision are one person's.
    private IReadOnlyList<string> GiversOf(Verdict settled, Panel panel)
    {
        var voters = panel.VotesOf(settled.Round).Select(vote => vote.By).ToList();
        var givers = settled.Kind == VerdictKind.Ask || settled.By == Actor.Coordinator || voters.Count == 0 ? [settled.By] : voters;
        return [.. givers.Select(NameOf)];
    }
}
