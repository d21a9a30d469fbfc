using System.Diagnostics;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Worklist;

/// <summary>Something that the coordinator does with several cases at once.</summary>
public abstract record Together
{
    private Together()
    {
    }

    /// <summary>Gives places to somebody else.</summary>
    /// <param name="From">Whose; null for whoever is the only one who still has to decide.</param>
    /// <param name="To">To whom.</param>
    public sealed record HandOver(Actor? From, Actor To) : Together
    {
        /// <summary>Whose place it is in a case; null when that is not one person.</summary>
        public Actor? GiverIn(Initiative initiative) => From ?? (initiative.MayGivePlace is [var only] ? only : null);
    }

    /// <summary>Extends the term, or tells a later date (Awb 4:14).</summary>
    public sealed record Extension : Together;

    /// <summary>What comes of it in a case as it stands: the same before and after, so that the page shows what was done by what is stored.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="policy">For names and the calendar.</param>
    /// <param name="today">The day in town.</param>
    public TogetherStep In(Initiative initiative, Policy policy, DateOnly today) => this switch
    {
        HandOver change => Of(change, initiative, policy),
        Extension => Extended(initiative, policy, today),
        _ => throw new UnreachableException(),
    };

    private static TogetherStep Of(HandOver change, Initiative initiative, Policy policy)
    {
        var name = policy.NameOf(change.To);
        if (initiative.Panel.HandOvers is [.., var last] && last.Round == initiative.Round && last.To == change.To
            && (change.From is null || last.From == change.From) && initiative.Panel.Seats.Contains(change.To))
        {
            return new TogetherStep.Done($"De plaats van {policy.NameOf(last.From)} is van {name}.");
        }

        return change.GiverIn(initiative) switch
        {
            _ when initiative.MayGivePlace is [] => new TogetherStep.Cannot($"Er wacht nu niemand op een besluit. Stand: {initiative.State.InDutch}."),
            null => new TogetherStep.Cannot("Meer mensen moeten nog beslissen. Kies in de lijst eerst op wie de zaak wacht."),
            { } giver when !initiative.MayGivePlace.Contains(giver) => new TogetherStep.Cannot($"{policy.NameOf(giver)} hoeft hier niet meer te beslissen."),
            _ when !initiative.MayTakePlace(policy).Contains(change.To) => new TogetherStep.Cannot($"{name} beslist hier al mee, of is betrokken."),
            { } giver => new TogetherStep.WillDo($"{policy.NameOf(giver)} geeft de plaats aan {name}. Die krijgt meteen een mail."),
        };
    }

    private static TogetherStep Extended(Initiative initiative, Policy policy, DateOnly today)
    {
        var deadline = Deadline.Of(initiative, policy, today);
        return initiative switch
        {
            { IsClosed: true } => new TogetherStep.Cannot($"De zaak loopt niet meer. Stand: {initiative.State.InDutch}."),
            { Clock.ExtendedOn: { } day } when day == today => new TogetherStep.Done($"De aanvrager krijgt bericht: uiterlijk {(deadline.ToldDay ?? deadline.DecideBy).InWordsWithWeekday()}."),
            _ when deadline.ExtendedTo is { } later => new TogetherStep.WillDo($"De nieuwe datum wordt {later.InWordsWithWeekday()}. De aanvrager krijgt een mail met uw reden."),
            _ => new TogetherStep.Cannot(DeadlineWords.WhyNoExtension(initiative, deadline)),
        };
    }
}

/// <summary>What something that is done with several cases comes to in one of them.</summary>
/// <param name="Words">In words for the coordinator.</param>
public abstract record TogetherStep(string Words)
{
    /// <summary>It can be done.</summary>
    public sealed record WillDo(string Words) : TogetherStep(Words);

    /// <summary>It is so by now.</summary>
    public sealed record Done(string Words) : TogetherStep(Words);

    /// <summary>It cannot be done, and why.</summary>
    public sealed record Cannot(string Words) : TogetherStep(Words);
}

/// <summary>A case, and what comes of it.</summary>
public sealed record TogetherCase(Initiative Initiative, TogetherStep Step);
