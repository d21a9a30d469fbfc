using Initiatiefloket.Assignment;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator's page of one case shows.</summary>
public sealed record DeskView
{
    public required Initiative Initiative { get; init; }

    /// <summary>Who applied, and what changed since receipt.</summary>
    public required ApplicantContact Contact { get; init; }

    public Applicant Applicant => Contact.Applicant;

    /// <summary>A change of the applicant's data that waits; null when there is none.</summary>
    public ContactChange? Waiting { get; init; }

    /// <summary>What the applicant wrote.</summary>
    public required Application Application { get; init; }

    /// <summary>Its version, which a correction names.</summary>
    public string ApplicationVersion { get; init; } = "";

    /// <summary>The documents that were sent, also with answers.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Those that came with the application.</summary>
    public IReadOnlyList<Document> WithApplication => [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>The mails about it, oldest first; not those to neighbours.</summary>
    public IReadOnlyList<SentMail> Mails { get; init; } = [];

    /// <summary>Address of the list that the coordinator came from; null when they came another way.</summary>
    public string? BackTo { get; init; }

    /// <summary>Last day of the activity; null when nobody said.</summary>
    public DateOnly? LastDay => Application.LastDay;

    /// <summary>The audit trail, oldest first.</summary>
    public required IReadOnlyList<InitiativeEvent> Events { get; init; }

    public required Policy Policy { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The day in town.</summary>
    public DateOnly Today => LocalTime.DayOf(Now);

    public Deadline Deadline => Deadline.Of(Initiative, Policy, Today);

    /// <summary>Who sits on the panel of the open round, since when, and when they decided.</summary>
    public IEnumerable<SeatSeen> Seats => Initiative.Panel.Seats.Select(seat => new SeatSeen(
        NameOf(seat), SinceOf(seat), Initiative.Panel.VoteOf(seat, Initiative.Round)?.At));

    /// <summary>How many the band wants to decide together, when fewer do: there was nobody for the other places. Null when there are enough.</summary>
    public int? Wanted => Initiative is { State: InitiativeState.InReview, Panel: { Kind: not RoundKind.Arbitration, Seats.Count: > 0 } }
        && Band.For(Initiative.Bands, Initiative.Asked).Review.Reviewers is var wanted
        && Initiative.Panel.Seats.Count < wanted
        ? wanted
        : null;

    /// <summary>Whether the coordinator has one of several places, and so stands for all of them.</summary>
    public bool IsOnPanel => Initiative.IsHandOverTime && Initiative.Panel is { Seats.Count: > 1 } panel && panel.SilentIn(Initiative.Round).Contains(Actor.Coordinator);

    /// <summary>Who can hand a place over: who still has to decide. Not the coordinator who has to settle a disagreement, unless involved.</summary>
    public IReadOnlyList<Choice> MayGive => [.. Initiative.MayGivePlace.Select(ChoiceOf)];

    /// <summary>Who can take a place: each reviewer and the coordinator, or the substitute of one who is involved; not who sits here or is involved.</summary>
    public IReadOnlyList<Choice> MayTake => [.. Initiative.MayTakePlace(Policy).Select(ChoiceOf)];

    /// <summary>Whether the coordinator is involved in the initiative, and so may not decide (Awb 2:4).</summary>
    public bool IsInvolved => !Initiative.MaySeeCase(Actor.Coordinator);

    /// <summary>The new date when the term is extended today; null when it cannot be.</summary>
    public DateOnly? ExtendedTo => Initiative.IsClosed ? null : Deadline.ExtendedTo;

    /// <summary>A request for more time that can be answered; null when there is none.</summary>
    public TimeRequest? OpenTimeRequest => Initiative.OpenTimeRequest(Now);

    /// <summary>Whether the applicant can be asked for more time: not by a coordinator who is involved.</summary>
    public bool MayAskTime => !IsInvolved && Initiative.MayAskTime(Now, Policy.WorkingDays);

    /// <summary>Whether a decision is still to come. A case that was left to the desk is closed for the workflow only.</summary>
    public bool AwaitsDecision => Initiative.AwaitsDecision;

    /// <summary>
    /// Whether a notice of default can be noted: a day on which it counts has passed. Also after the end, since a letter may reach the desk late.
    /// </summary>
    public bool MayNoteDefault => Penalty.IsSetOff(LastNoticeDay, Deadline.DecideBy);

    /// <summary>The last day on which a notice of default that counts can have been received.</summary>
    public DateOnly LastNoticeDay => AnnouncedOn ?? WithdrawnOn ?? Today;

    /// <summary>The last day on which the application may be set aside (Awb 4:5); null when it may not be on this day.</summary>
    public DateOnly? SetAsideBy => Initiative.SetAsideBy(Today, Policy.WorkingDays);

    /// <summary>The day on which the decision was announced; null when it was not.</summary>
    public DateOnly? AnnouncedOn => Initiative.Decision?.AnnouncedOn;

    /// <summary>How the letter with the decision is on its way.</summary>
    public LetterRoad LetterRoad => LetterRoads.Of(Initiative, Events);

    /// <summary>Whether the last letter decides something and is on its way to the mail service.</summary>
    public bool IsLetterUnderWay => Initiative.Unannounced is { Kind.IsDecision: true } && LetterRoad == LetterRoad.Clear;

    /// <summary>Whether the day of the post can be noted, or corrected.</summary>
    public bool MayNotePost => LetterRoad != LetterRoad.Clear || Initiative.Letters is [.., { PostedOn: not null }];

    /// <summary>The day on which the applicant withdrew, which ends a penalty; null when they did not.</summary>
    public DateOnly? WithdrawnOn => Events.LastOrDefault(happened => happened.Kind == InitiativeEventKind.Withdrawn) is { } withdrawn
        ? LocalTime.DayOf(withdrawn.At)
        : null;

    /// <summary>The last day to settle the grant (Awb 4:44, 4:47); null when it is settled, or need not be.</summary>
    public DateOnly? SettleBy => Initiative.Decision is { Kind: LetterKind.Award or LetterKind.PartialAward, AnnouncedOn: { } announced }
        && Initiative.Letters.All(letter => letter.Kind is not (LetterKind.Settlement or LetterKind.Revocation))
        && Initiative.AmountToGrant is { } amount
        ? Regime.For(Policy.Regimes, amount).LastDay(LastDay, announced, Policy)
        : null;

    public string NameOf(Actor actor) => Policy.NameOf(actor);

    private Choice ChoiceOf(Actor person) => new(person.ToString(), NameOf(person));

    private DateOnly? SinceOf(Actor seat)
    {
        var handOver = Initiative.Panel.HandOvers.LastOrDefault(change => change.Round == Initiative.Round && change.To == seat);
        var since = handOver?.At ?? Events.LastOrDefault(happened => happened.Kind == InitiativeEventKind.ReviewOpened)?.At;
        return since is { } at ? LocalTime.DayOf(at) : null;
    }
}

/// <summary>A place on the panel.</summary>
/// <param name="Name">Who sits there.</param>
/// <param name="Since">From which day in this round.</param>
/// <param name="DecidedAt">When they decided; null when they still have to.</param>
public sealed record SeatSeen(string Name, DateOnly? Since, DateTimeOffset? DecidedAt);

/// <summary>Gathers what the coordinator's page of one case shows.</summary>
public sealed class DeskViews(InitiativeTable initiatives, DocumentLibrary documents, MailLog mails, WayBack wayBack, Policy policy, TimeProvider clock)
{
    /// <summary>The page, with all its forms.</summary>
    /// <param name="links">Opens the links.</param>
    /// <param name="inPlace">What whoever may not act gets in its place; nothing when everybody with the link may.</param>
    public LinkPage<DeskForm> PageBehind(PersonalLinks links, Func<LinkVisit, IResult?>? inPlace = null) => new(links, LinkPurpose.Desk)
    {
        InPlace = inPlace ?? (_ => null),
        Read = (_, posted) => DeskForm.Read(posted),
        Show = async (visit, cancellation) => Page.Show<DeskPage>(
            new { View = (await BuildAsync(visit.Initiative, cancellation)) with { BackTo = wayBack.Of(visit) }, visit.Address, visit.Form, visit.Errors },
            visit.Errors),
    };

    public async Task<DeskView> BuildAsync(Initiative initiative, CancellationToken cancellation)
    {
        var (now, contact) = (clock.GetUtcNow(), await initiatives.GetContactAsync(initiative.Id, cancellation));
        var (application, version) = await initiatives.GetVersionedApplicationAsync(initiative.Id, cancellation);
        return new DeskView
        {
            Initiative = initiative,
            Contact = contact,
            Application = application,
            ApplicationVersion = version,
            Documents = await documents.ListSentAsync(initiative, cancellation),
            Mails = await ListMailsAsync(initiative, cancellation),
            Waiting = contact.Changes.WaitingAt(now),
            Events = await initiatives.GetEventsAsync(initiative.Id, cancellation),
            Policy = policy.For(initiative),
            Now = now,
        };
    }

    // Which neighbours were asked for support is nobody's business but theirs and the applicant's.
    private async Task<IReadOnlyList<SentMail>> ListMailsAsync(Initiative initiative, CancellationToken cancellation) =>
        [.. (await mails.ListAllAsync(initiative.Id, cancellation)).Where(mail => mail.Kind is not (MailKind.Support or MailKind.UnsentForm))];
}
