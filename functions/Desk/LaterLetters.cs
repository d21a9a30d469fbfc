using System.Diagnostics;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>Decisions that the coordinator takes by hand after a case has ended: written, kept, mailed and in the trail like the first.</summary>
public sealed class LaterLetters(InitiativeTable initiatives, LetterWriter writer, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>Which letters can be made now, by the last part of their address. None while the one before is not announced, nor by who is involved (Awb 2:4).</summary>
    public static IEnumerable<LetterKind> PossibleFor(DeskView view) =>
        !view.Initiative.IsClosed || view.IsInvolved || view.Initiative.Unannounced is not null ? [] : LaterKinds.All.Where(kind => IsPossible(kind, view));

    /// <summary>
    /// Takes the decision; <see cref="LaterLetterWorkflow"/> does what follows. A letter that is made twice, since somebody pressed twice or the app stopped in
    /// between, is one.
    /// </summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiative">The case as it stood when the letter was read.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="by">Who decides.</param>
    /// <returns>False when something else was decided in the meantime.</returns>
    public async Task<bool> DecideAsync(
        DurableTaskClient client, Initiative initiative, DecisionModel letter, Actor by, CancellationToken cancellation)
    {
        var before = initiative.Letters.Count;
        var made = new Letter(letter.Kind, LetterStore.NewName(initiative.Id), letter.Head.DecidedOn, AnnouncedOn: null)
        {
            Settled = letter is SettlementModel { Lower: not null } settlement ? settlement.Settled : null,
        };

        // Before it is decided: a letter without words could never be sent.
        await writer.FreezeAsync(made, letter, cancellation);
        var saved = await signals.SaveAndSignalAsync(
            client,
            new Signal(initiative.Id, WorkflowSignals.LaterLetter(letter.Kind, before + 1), by),
            () => initiatives.ChangeAsync(
                initiative.Id,
                new InitiativeEvent($"later-{letter.Kind}-{before}", InitiativeEventKind.LaterDecision, clock.GetUtcNow(), by, LaterKinds.TitleOf(letter.Kind)),
                current => current.Letters.Count != before ? null : current with { Letters = [.. current.Letters, made] },
                cancellation),
            cancellation);
        if (saved.Initiative.Letters.All(decided => decided.BlobName != made.BlobName))
        {
            // Somebody else was first. A change of our own whose answer was lost counts as made before, too, and keeps its words.
            await writer.ForgetAsync(made, cancellation);
        }

        return saved is not Saved.TooLate;
    }

    private static bool IsPossible(LetterKind kind, DeskView view) => kind switch
    {
        LetterKind.Settlement => view.Initiative.Decision?.Kind is LetterKind.Award or LetterKind.PartialAward && !Has(view, LetterKind.Settlement),
        LetterKind.Amendment or LetterKind.Revocation or LetterKind.Recovery => view.Initiative.Decision is { Kind.Grants: true },
        LetterKind.PenaltyDecision => PenaltyOf(view) is not null && !Has(view, LetterKind.PenaltyDecision),
        LetterKind.ObjectionDecision => view.Initiative.Letters is [_, ..],
        LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward or LetterKind.Refusal or LetterKind.SetAside or LetterKind.Intention => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>What is owed because the decision was late, up to which day; null when nothing is, or it still runs.</summary>
    internal static (Penalty Penalty, DateOnly LastDay)? PenaltyOf(DeskView view) =>
        view.Deadline.Penalty is { } penalty && (view.AnnouncedOn ?? view.WithdrawnOn) is { } ended
        && DeadlineWords.LastPaidDay(penalty, ended) is var last && penalty.DaysOn(last) > 0
            ? (penalty, last)
            : null;

    private static bool Has(DeskView view, LetterKind kind) => view.Initiative.Letters.Any(letter => letter.Kind == kind);
}

/// <summary>The letters that are made by hand: names for addresses and people.</summary>
public static class LaterKinds
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<LetterKind> All { get; } =
    [
        LetterKind.Settlement, LetterKind.Amendment, LetterKind.Revocation, LetterKind.Recovery, LetterKind.PenaltyDecision, LetterKind.ObjectionDecision,
    ];

    /// <summary>Last part of the address at which it is made.</summary>
    public static string SegmentOf(LetterKind kind) => Words(kind).Segment;

    /// <summary>What it is called.</summary>
    public static string TitleOf(LetterKind kind) => Words(kind).Title;

    /// <summary>The kind that is made at an address; null when none is.</summary>
    public static LetterKind? At(string segment) => All.Where(kind => SegmentOf(kind) == segment).Select(kind => (LetterKind?)kind).FirstOrDefault();

    private static (string Segment, string Title) Words(LetterKind kind) => kind switch
    {
        LetterKind.Settlement => ("vaststelling", "Vaststelling van de subsidie"),
        LetterKind.Amendment => ("wijziging", "Wijziging van de subsidie"),
        LetterKind.Revocation => ("intrekking", "Intrekking van de subsidie"),
        LetterKind.Recovery => ("terugvordering", "Terugvordering"),
        LetterKind.PenaltyDecision => ("dwangsom", "Besluit over de dwangsom"),
        LetterKind.ObjectionDecision => ("bezwaar", "Besluit op bezwaar"),
        LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward or LetterKind.Refusal or LetterKind.SetAside or LetterKind.Intention or _ =>
            throw new UnreachableException($"{kind} is not made by hand."),
    };
}
