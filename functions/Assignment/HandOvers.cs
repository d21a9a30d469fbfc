using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Assignment;

/// <summary>Gives a place on the panel of an open round to somebody else, and wakes the round so that they are invited. Notes who can have none.</summary>
public sealed class HandOvers(InitiativeTable initiatives, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>Hands a place over. Doing so twice changes nothing: the second time it is not theirs any more.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiative">The initiative as it was read; its open round is the one that changes.</param>
    /// <param name="from">Whose place it is.</param>
    /// <param name="to">Whose place it becomes (<see cref="Assigner.ReplaceAsync"/>).</param>
    /// <param name="why">The reason.</param>
    /// <param name="by">Who wants it so.</param>
    /// <param name="words">What they say about it.</param>
    /// <returns><see cref="Saved.TooLate"/> when there was nothing to hand over: they voted, or the round is over.</returns>
    public Task<Saved> HandOverAsync(
        DurableTaskClient client,
        Initiative initiative,
        Actor from,
        Actor to,
        HandOverReason why,
        Actor by,
        CancellationToken cancellation,
        string? words = null)
    {
        var change = new HandOver(initiative.Round, from, to, why, clock.GetUtcNow(), by) { Words = words };
        return HandOverAsync(client, initiative, change, cancellation);
    }

    /// <summary>The same for one of several places that go at once: whoever calls this tells the new holders, who are not invited to each (<see cref="HandOver.IsOneOfMany"/>).</summary>
    public Task<Saved> HandOverOneOfManyAsync(
        DurableTaskClient client, Initiative initiative, Actor from, Actor to, HandOverReason why, Actor by, CancellationToken cancellation) => HandOverAsync(
        client, initiative, new HandOver(initiative.Round, from, to, why, clock.GetUtcNow(), by) { IsOneOfMany = true }, cancellation);

    /// <summary>Hands a place over inside a step of the round itself, which needs no waking.</summary>
    public Task<Saved> SaveAsync(Initiative initiative, HandOver change, CancellationToken cancellation)
    {
        var key = $"hand-over-{change.Round}-{initiative.Panel.HandOvers.Count}-{change.From}";
        var happened = new InitiativeEvent(key, InitiativeEventKind.ReviewerChanged, change.At, change.By, change.Note);
        return initiatives.ChangeAsync(initiative.Id, happened, current => current.HandOver(change), cancellation);
    }

    /// <summary>Notes that somebody without a place is involved in the initiative (Awb 2:4). Doing so twice changes nothing.</summary>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="person">Who is.</param>
    /// <param name="how">How that is known.</param>
    /// <returns><see cref="Saved.TooLate"/> when they have a place by now, which they have to give away, or the case is closed.</returns>
    public Task<Saved> NoteInvolvedAsync(string initiativeId, Actor person, InvolvedAs how, CancellationToken cancellation)
    {
        var (by, note) = how == InvolvedAs.Said ? (person, null) : (Actor.Workflow, $"{how}: {person}");
        var happened = new InitiativeEvent($"involved-{person}", InitiativeEventKind.InvolvementNoted, clock.GetUtcNow(), by, note);
        return initiatives.ChangeAsync(initiativeId, happened, current => current.WithInvolvedOther(person), cancellation);
    }

    private Task<Saved> HandOverAsync(DurableTaskClient client, Initiative initiative, HandOver change, CancellationToken cancellation) =>
        signals.SaveAndSignalAsync(
            client,
            new Signal(initiative.Id, WorkflowEvents.ReviewChanged(initiative.Round), change.By),
            () => SaveAsync(initiative, change, cancellation),
            cancellation);
}
